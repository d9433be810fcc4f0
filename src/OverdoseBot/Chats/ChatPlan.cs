using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using Place = OverdoseBot.Scripts.Place;

namespace OverdoseBot.Chats;

/// <summary>A chat as a plan: what the person does, and when. What the bot answers is recorded between its lines.</summary>
/// <param name="File">The name that faults carry.</param>
/// <param name="Header">How the conversation begins.</param>
/// <param name="Lines">Its lines in order, without what <c>record</c> writes.</param>
public sealed record ChatPlan(string File, ChatHeader Header, ImmutableArray<ChatLine> Lines);

/// <summary>How a conversation begins: <c>dialog respond   region US   language en   device nasal-4mg</c>.</summary>
/// <param name="Text">The line as it is written.</param>
/// <param name="Dialog">The dialog whose name is left out in <c>(step)</c>.</param>
/// <param name="Region">Region id.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="Zone">What the person's clock is ahead of UTC.</param>
/// <param name="Saved">The stack of an older conversation that goes on here, active step first; empty: a new one.</param>
public sealed record ChatHeader(string Text, string Dialog, string Region, string Language, TimeSpan Zone, ImmutableArray<Place> Saved)
{
    /// <summary>Whether a hub with people is set: <c>hub yes</c>.</summary>
    public bool Hub { get; init; }
}

/// <summary>One line of a plan.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
public abstract record ChatLine(int Number)
{
    /// <summary>A remark, an empty line or the header: kept as it is.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Text">The line.</param>
    public sealed record Kept(int Number, string Text) : ChatLine(Number);

    /// <summary><c>&gt; words</c>: the person writes.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Text">What they write.</param>
    public sealed record Writes(int Number, string Text) : ChatLine(Number);

    /// <summary><c>&gt; [Normal]</c> or, for a button of an earlier message, <c>&gt; [Normal @ breathing]</c>.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Label">The button.</param>
    /// <param name="Step">The step it was shown at; null: the newest buttons.</param>
    public sealed record Taps(int Number, string Label, string? Step) : ChatLine(Number);

    /// <summary><c>    tap the call button</c>: on the web, the phone dials and the page says so. SMS has no such button.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record TapsCall(int Number) : ChatLine(Number);

    /// <summary><c>    2m later</c>: the clock moves and what is due on the way rings.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Text">The line.</param>
    /// <param name="Span">How far.</param>
    public sealed record Later(int Number, string Text, TimeSpan Span) : ChatLine(Number);

    /// <summary>
    /// What the far side of a hand-off does: <c>    the hub accepts</c>, <c>refuses</c>, <c>leaves</c> or <c>is gone</c>; <c>    the hub says: words</c>.
    /// </summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Text">The line.</param>
    /// <param name="Does">The event, for the id of the hand-off.</param>
    public sealed record Hub(int Number, string Text, Func<string, Activity> Does) : ChatLine(Number);

    /// <summary><c>    restart the service</c>.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record Restart(int Number) : ChatLine(Number);
}

/// <summary>A plan that cannot be read or played; the message names file, line and remedy.</summary>
/// <param name="file">The plan.</param>
/// <param name="line">The line.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class ChatPlanException(string file, int line, string message) : Exception($"{file}:{line}: {message}");
