using System.Text.Json.Serialization;

namespace OverdoseBot.Bot;

/// <summary>What a clock is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlarmKind>))]
public enum AlarmKind
{
    /// <summary>A clock of the dialog, such as the re-dose clock.</summary>
    Clock,

    /// <summary>The person has been silent at a step where that counts.</summary>
    Silence,

    /// <summary>A message that a step sends by the clock.</summary>
    Prompt,

    /// <summary>Nobody has answered for long: the last message.</summary>
    End,

    /// <summary>A person was asked for, and nobody came in time.</summary>
    Handoff,

    /// <summary>A kit ends soon.</summary>
    Reminder,

    /// <summary>The next clock of the case that is played in a practice.</summary>
    Drill,

    /// <summary>The words of a household plan are to be forgotten.</summary>
    Forget,
}

/// <summary>A clock that is set.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Name">Its name.</param>
/// <param name="Due">When it rings (UTC).</param>
public sealed record SetAlarm(AlarmKind Kind, string Name, DateTimeOffset Due);
