using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>A fault in the scripts and the rule that must find it.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="What">The fault in plain words.</param>
/// <param name="Make">Plants it.</param>
internal sealed record Fault(string Rule, string What, Func<Library, Library> Make)
{
    public bool Sms { get; init; }

    /// <summary>Where it is looked for.</summary>
    public string Region { get; init; } = "us";

    /// <summary>In which language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>True for a fault of a practice, which is played to its end.</summary>
    public bool Practises { get; init; }

    /// <summary>How many states are walked to find it.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>All planted faults.</summary>
    public static IReadOnlyList<Fault> All { get; } = [.. EnglishFaults.All, .. PlaceFaults.All, .. SpanishFaults.All, .. PracticeFaults.All];

    public override string ToString() => $"{Rule}: {What} ({Language}/{Region}{(Sms ? "/sms" : "")})";
}
