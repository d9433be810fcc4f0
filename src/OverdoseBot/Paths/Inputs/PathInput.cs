using System.Collections.Frozen;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Bot.Practising;

namespace OverdoseBot.Paths;

/// <summary>What reaches the bot.</summary>
internal enum InputKind
{
    /// <summary>A conversation opens.</summary>
    Greet,

    /// <summary>A message.</summary>
    Text,

    /// <summary>A tap on a button of the current step.</summary>
    Tap,

    /// <summary>A tap on a button of a step that is no longer current.</summary>
    StaleTap,

    /// <summary>The last tap once more: a finger that trembles.</summary>
    DoubleTap,

    /// <summary>A tap on the call button, of which the page tells the bot.</summary>
    CallTap,

    /// <summary>The page sets another region or language.</summary>
    Set,

    /// <summary>Another opinion comes: the last words were distress.</summary>
    Opinion,

    /// <summary>The far side of a hand-off does something.</summary>
    Hub,

    /// <summary>The earliest clock rings.</summary>
    Clock,

    /// <summary>A message during which the program fails.</summary>
    Fault,
}

/// <summary>One thing that can happen next, and what it means.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Shown">How it reads in a printed chat.</param>
/// <param name="Facts">What the bot takes it to say.</param>
/// <param name="Text">Its text, or null.</param>
/// <param name="Step">The step whose button was tapped, or null.</param>
/// <param name="Answer">The button's answer word, or null.</param>
internal sealed record PathInput(InputKind Kind, string Shown, FrozenSet<string> Facts, string? Text, string? Step, string? Answer)
{
    /// <summary>How late a clock rings.</summary>
    public TimeSpan Late { get; init; }

    /// <summary>How long ago the dose was given, when the message says so.</summary>
    public TimeSpan? Ago { get; init; }

    /// <summary>True for a message that says nothing the bot can read, or "not sure".</summary>
    public bool Unclear { get; init; }

    /// <summary>True for a message that says nothing the bot can read.</summary>
    public bool Unread { get; init; }

    /// <summary>True for what is done while somebody practises: its buttons are those of the practice.</summary>
    public bool Practice { get; init; }

    /// <summary>True for words that were also read as not sure: the worse answer counts, whatever else they say.</summary>
    public bool Doubtful { get; init; }

    /// <summary>The words that say the same, where a tap stands for words that are read so at this step; null: no words do.</summary>
    public string? Written { get; init; }

    /// <summary>True: at this step it moves nothing and nothing of it is kept; it adds words, or leads to another scene.</summary>
    public bool OnlyWords { get; init; }

    /// <summary>The one fact or product that it was written to say; null: it says several things, or is no word of the list.</summary>
    public string? Meaning { get; init; }

    /// <summary>What the page sets; null: nothing.</summary>
    public (string Region, string Language)? Place { get; init; }

    /// <summary>When the words were heard that an opinion is about.</summary>
    public DateTimeOffset Heard { get; init; }

    /// <summary>The event by which the far side of a hand-off reaches the bot; null: it is none.</summary>
    public Activity? Hub { get; init; }

    /// <summary>True for a message of the person that the bot is to answer.</summary>
    public bool IsMessage => Kind is InputKind.Text or InputKind.Tap or InputKind.StaleTap or InputKind.DoubleTap;

    /// <summary>What it is in a summary: the facts, or what happens.</summary>
    public string Name => Meaning is not null ? Meaning : Facts.Count > 0 ? string.Join('+', Facts.Order(StringComparer.Ordinal)) : Unclear ? Decision.Unclear : Shown;

    /// <summary>A clock's event.</summary>
    public static PathInput Clock(TimeSpan late) =>
        new(InputKind.Clock, late > TimeSpan.Zero ? "(the clock rings late)" : "(the clock rings)", [], null, null, null) { Late = late };

    /// <summary>The call button of the page.</summary>
    public static PathInput CallTap { get; } = new(InputKind.CallTap, "(taps the call button)", [], null, null, null);

    /// <summary>Another opinion on what was heard last; null: nothing was.</summary>
    public static PathInput Opinion(DateTimeOffset? heard) =>
        new(InputKind.Opinion, "(another opinion: distress)", [], null, null, null) { Heard = heard ?? DateTimeOffset.UnixEpoch };

    /// <summary>A choice on the page.</summary>
    public static PathInput Sets(string region, string language) =>
        new(InputKind.Set, $"(sets {region} and {language})", [], null, null, null) { Place = (region, language) };

    /// <summary>
    /// The same message without its distress, tapped as the one fact that is left, or as an acknowledgement; null: it has none, or too much is left.
    /// </summary>
    public PathInput? Calm(Scripts.Place at)
    {
        if (!IsMessage || Doubtful || !Facts.Contains(DistressCostsNothing.Distress))
        {
            return null;
        }

        var rest = Facts.Where(f => f is not (DistressCostsNothing.Distress or "how" or "wait")).ToArray();
        var answer = rest is [var fact] ? fact : "wait";
        return rest.Length > 1 ? null : new PathInput(InputKind.Tap, answer, [answer], null, at.ToString(), answer);
    }

    /// <summary>A conversation opens.</summary>
    public static PathInput Opens { get; } = new(InputKind.Greet, "(opens the page)", [], null, null, null);

    /// <summary>The activity, made anew for every turn.</summary>
    public Activity Activity()
    {
        var activity = new Activity(Kind switch
        {
            InputKind.Greet => ActivityTypes.ConversationUpdate,
            InputKind.Clock or InputKind.CallTap or InputKind.Set or InputKind.Opinion or InputKind.Hub => ActivityTypes.Event,
            _ => ActivityTypes.Message,
        })
        {
            ChannelId = "paths",
            Conversation = new ConversationAccount { Id = "paths" },
            From = new ChannelAccount { Id = "person" },
            Recipient = new ChannelAccount { Id = "bot" },
            Text = Text,
            Name = Kind switch
            {
                InputKind.Clock => OverdoseResponseBot.ClockEvent,
                InputKind.CallTap => OverdoseResponseBot.CallTappedEvent,
                InputKind.Set => OverdoseResponseBot.SetEvent,
                InputKind.Opinion => OverdoseResponseBot.OpinionEvent,
                InputKind.Hub => Hub!.Name,
                _ => null,
            },
        };
        if (Step is not null)
        {
            activity.Value = Practice ? new JObject { ["step"] = Step, ["answer"] = Answer, [DrillEar.Button] = true } : new JObject { ["step"] = Step, ["answer"] = Answer };
        }

        if (Kind == InputKind.Opinion)
        {
            activity.Value = Bot.Opinion.Of(Heard).Value;
        }

        if (Hub is not null)
        {
            activity.Value = ((JObject)Hub.Value).DeepClone();
        }

        if (Place is { } place)
        {
            activity.Value = new JObject { ["region"] = place.Region, ["language"] = place.Language };
        }

        return activity;
    }
}
