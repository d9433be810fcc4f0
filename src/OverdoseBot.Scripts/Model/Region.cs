using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A region: what number to call, and what is true about calling there (clinical.md 2.4 rule 7 and section 8).</summary>
/// <param name="Id">Its id (<c>us</c>).</param>
/// <param name="Name">Its name in plain words.</param>
/// <param name="Emergency">The emergency number, as it is said: <c>911</c>, or "your emergency number" where nobody knows where the person is.</param>
/// <param name="Law">The law in one careful line.</param>
/// <param name="Sources">Keys of <c>sources.yaml</c>.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Region(string Id, string Name, string Emergency, string Law, ImmutableArray<string> Sources, Spot Spot)
{
    /// <summary>What a phone dials; null where nobody knows where the person is.</summary>
    public string? Dial { get; init; }

    /// <summary>How the first message says the number on the web.</summary>
    public required string First { get; init; }

    /// <summary>How the first message says it on SMS.</summary>
    public required string FirstSms { get; init; }

    /// <summary>Whether the emergency number takes texts, in one line; empty: nothing to say.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the emergency number works without credit, in one line; empty: nothing to say.</summary>
    public string Credit { get; init; } = "";

    /// <summary>The fact that says that the person is here (<c>in-us</c>); null: none.</summary>
    public string? Said { get; init; }

    /// <summary>First digits of phone numbers here, country code first, without plus; the longest match wins.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>First digits of phone numbers whose owners read another language than the first, and which; the longest match wins.</summary>
    public FrozenDictionary<string, string> Speaks { get; init; } = FrozenDictionary<string, string>.Empty;
}
