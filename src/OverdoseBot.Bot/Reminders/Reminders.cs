using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// The reminder that a kit ends. On the web it is a calendar file and nothing is kept. By text message it is a record of its own, apart from the
/// conversation, whose words are deleted long before: it holds the product, the date, and where to send it, and nothing that was said.
/// </summary>
public static class Reminders
{
    /// <summary>Name of the event activity that sets a reminder: <c>{product, date, region, language, target}</c>; its accounts are where it goes.</summary>
    public const string SetEvent = "remind";

    /// <summary>Name of the event activity that ends it.</summary>
    public const string EndEvent = "remind-end";

    /// <summary>True in the <c>channelData</c> of a reminder: it has a sender of its own.</summary>
    public const string Name = "reminder";

    private const string Month = "yyyy-MM";
    private const string Wanted = "remind-me";
    private const string Off = "off";
    private static readonly Place _about = new("kit", "keep");

    // A month is enough to get a new kit; who asks later is told shortly before, or the next day.
    private static readonly int[] _daysBefore = [30, 3];

    /// <summary>Whether an activity is a reminder.</summary>
    public static bool Is(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.ChannelData is JObject data && data[Name] is JValue { Value: true };
    }

    /// <summary>Takes a wish for one, and the words that end all.</summary>
    internal static void Hear(Turn turn, Step step)
    {
        if (turn.Facts.Contains(Off) || turn.Facts.Contains(Facts.Forget))
        {
            End(turn);
        }

        if (!turn.Facts.Contains(Wanted) || turn.Record.Expires is not { } month || step.Answers.All(a => a.Word != Wanted))
        {
            return;
        }

        if (turn.Record.Sms)
        {
            Leave(turn, SetEvent, new JObject
            {
                ["product"] = turn.Record.Product,
                ["date"] = month.ToString(Month, CultureInfo.InvariantCulture),
                ["region"] = turn.Record.Region,
                ["language"] = turn.Record.Language,
            });
        }
        else
        {
            turn.Calendar = CalendarFile.For(turn, month, DateOnly.FromDateTime(Due(month, turn.Now).UtcDateTime));
        }
    }

    /// <summary>Takes a word of the phone company's: who stops us wants no reminder either.</summary>
    internal static void Hear(Turn turn, string carrier)
    {
        if (carrier == Carrier.Stop)
        {
            End(turn);
        }
    }

    /// <summary>Sets or ends the reminder, in its own record. Whatever was set before is replaced.</summary>
    internal static void Take(Turn turn, Activity activity)
    {
        var value = activity.Value as JObject;
        string? Text(string name) => (value?[name] as JValue)?.Value as string;
        if (activity.Name != SetEvent || !DateOnly.TryParseExact(Text("date"), Month, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            // Their number, the date and the product are nobody's any more.
            Forgetting.All(turn);
            return;
        }

        turn.Record = turn.Record with
        {
            Sms = true,
            Expires = month,
            Product = Text("product"),
            Region = Text("region") is { } region && turn.Library.Regions.ContainsKey(region) ? region : turn.Record.Region,
            Language = Text("language") is { } language && turn.Speaks(language) ? language : turn.Record.Language,
            RemindAt = Due(month, turn.Now),
            Reference = SavedReference.Of(Text("target") ?? string.Empty, activity),
        };
        turn.Record = turn.Product is null ? turn.Record.Without([Facts.Product]) : turn.Record.With([Facts.Product], turn.Now);
    }

    /// <summary>Says it, once.</summary>
    internal static void Ring(Turn turn)
    {
        new Speaker(turn).Remind(turn.Library.Find(_about)!, turn.Library.Asides[KitDates.Ends]);
        turn.Record = turn.Record with { RemindAt = null };
    }

    // At the hour at which it was asked for: they were awake then, wherever they live.
    private static DateTimeOffset Due(DateOnly month, DateTimeOffset now)
    {
        var last = new DateTimeOffset(month.AddMonths(1).AddDays(-1).ToDateTime(TimeOnly.FromTimeSpan(now.UtcDateTime.TimeOfDay)), TimeSpan.Zero);
        return _daysBefore.Select(d => last.AddDays(-d)).FirstOrDefault(d => d > now, now.AddDays(1));
    }

    private static void End(Turn turn)
    {
        if (turn.Record.Sms)
        {
            Leave(turn, EndEvent, []);
        }
    }

    private static void Leave(Turn turn, string name, JObject value)
    {
        if (turn.Record.Reference is not { } reference || turn.ToReminder.Exists(a => a.Name == name))
        {
            return;
        }

        value["target"] = reference.Target;
        var wish = new Activity(ActivityTypes.Event) { Name = name, Value = value };
        turn.ToReminder.Add((Activity)wish.ApplyConversationReference(reference.ToConversationReference(), isIncoming: true));
    }
}
