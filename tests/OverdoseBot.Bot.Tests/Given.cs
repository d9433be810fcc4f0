using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Understanding;
using Place = OverdoseBot.Scripts.Place;

namespace OverdoseBot.Bot.Tests;

/// <summary>Records, turns and activities that tests begin with.</summary>
internal static class Given
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 14, 14, 0, 0, TimeSpan.Zero);

    /// <summary>A conversation at a step, whose person has just been heard.</summary>
    public static CaseRecord At(string place, bool sms = false) => new()
    {
        Region = "us",
        Language = "en",
        Sms = sms,
        Stack = [new Frame(Place.Parse(place).Dialog, Place.Parse(place).Step, null)],
        LastHeard = Now,
        SilentSince = Now,
        Entered = Now,
    };

    public static CaseRecord Fresh(bool sms = false) => new() { Region = "us", Language = "en", Sms = sms };

    /// <summary>A turn whose message was read so.</summary>
    public static Turn Read(CaseRecord record, string? answer, params string[] heard)
    {
        var turn = new Turn(Shipped.Library, record, Now) { Reading = new Reading { Answer = answer, Heard = heard } };
        foreach (var word in heard.Append(answer).OfType<string>().Where(w => w != "unclear"))
        {
            turn.Facts.Add(Shipped.Library.Fact(word));
        }

        return turn;
    }

    public static Activity Text(string? text) => Message(m => m.Text = text);

    public static Activity Tap(string step, string answer) => Message(m => m.Value = new JObject { ["step"] = step, ["answer"] = answer });

    public static Activity Message(Action<Activity> fill) => Activity(ActivityTypes.Message, fill);

    public static Activity Hello() => Activity(ActivityTypes.ConversationUpdate, a => a.MembersAdded = [a.From]);

    public static Activity Activity(string? type, Action<Activity>? fill = null)
    {
        var activity = new Activity(type)
        {
            ChannelId = "test",
            From = new ChannelAccount { Id = "person" },
            Recipient = new ChannelAccount { Id = "overdosebot" },
            Conversation = new ConversationAccount { Id = "chat" },
        };
        fill?.Invoke(activity);
        return activity;
    }
}
