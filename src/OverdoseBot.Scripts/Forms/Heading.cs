using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>How the call line heads a message.</summary>
public enum CallHeading
{
    /// <summary>Not at all: calling is confirmed, or the step says it in its own words.</summary>
    None,

    /// <summary>The short line.</summary>
    Reminder,

    /// <summary>The full line where it fits, and the question whether they are calling where that fits.</summary>
    Full,
}

/// <summary>What stands in front of a step's own words.</summary>
/// <param name="Lead">"If they still …", or null.</param>
/// <param name="Call">The call line.</param>
/// <param name="Asides">Asides, in order.</param>
public sealed record Heading(string? Lead, CallHeading Call, ImmutableArray<Told> Asides)
{
    /// <summary>Nothing in front.</summary>
    public static Heading None { get; } = new(null, CallHeading.None, []);
}

/// <summary>An aside as it is said now.</summary>
/// <param name="Wording">Its words, filled in.</param>
/// <param name="Joined">True: it must stand in the step's own message.</param>
/// <param name="Ahead">True: where it cannot, it goes ahead of that message; else behind.</param>
public sealed record Told(Wording Wording, bool Joined, bool Ahead = false);

/// <summary>The call line, filled in for a region.</summary>
/// <param name="Full">Its full form.</param>
/// <param name="Reminder">Its short form.</param>
/// <param name="Ask">The choice that asks whether they are calling, or null once it was asked often enough.</param>
public sealed record CallWords(string Full, string Reminder, Choice? Ask);

/// <summary>Messages in one channel's form.</summary>
/// <param name="Texts">The messages in order.</param>
/// <param name="Choices">Choices of the last message.</param>
/// <param name="AskedCall">True when the question whether they are calling was put.</param>
public sealed record Composed(ImmutableArray<string> Texts, ImmutableArray<Choice> Choices, bool AskedCall);
