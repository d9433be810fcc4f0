using System.Collections.Frozen;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;

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

    /// <summary>A tap on the call button, of which the page tells the bot.</summary>
    CallTap,

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

    /// <summary>True for a message of the person that the bot is to answer.</summary>
    public bool IsMessage => Kind is InputKind.Text or InputKind.Tap or InputKind.StaleTap;

    /// <summary>A clock's event.</summary>
    public static PathInput Clock(TimeSpan late) =>
        new(InputKind.Clock, late > TimeSpan.Zero ? "(the clock rings late)" : "(the clock rings)", [], null, null, null) { Late = late };

    /// <summary>The call button of the page.</summary>
    public static PathInput CallTap { get; } = new(InputKind.CallTap, "(taps the call button)", [], null, null, null);

    /// <summary>The activity, made anew for every turn.</summary>
    public Activity Activity()
    {
        var activity = new Activity(Kind switch
        {
            InputKind.Greet => ActivityTypes.ConversationUpdate,
            InputKind.Clock or InputKind.CallTap => ActivityTypes.Event,
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
                _ => null,
            },
        };
        if (Step is not null)
        {
            activity.Value = new JObject { ["step"] = Step, ["answer"] = Answer };
        }

        return activity;
    }
}
