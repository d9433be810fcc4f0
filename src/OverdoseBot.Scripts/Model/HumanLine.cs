using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A human line. Public, non-commercial services only: there is no way to write down who pays for referrals.</summary>
/// <param name="Id">Its id (<c>us-988</c>).</param>
/// <param name="Region">Where it serves.</param>
/// <param name="For">What it is for (<c>crisis</c>): the name that wording uses, <c>{line.crisis}</c>. One a region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Call">The number to call; for a line that only takes texts, the number to text.</param>
/// <param name="Text">The number to text; null: none.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record HumanLine(string Id, string Region, string For, string Name, string Call, string? Text, Spot Spot)
{
    /// <summary>How to reach it, as it is said: "call or text 988".</summary>
    public required string Reach { get; init; }

    /// <summary>Who answers.</summary>
    public required string Who { get; init; }

    /// <summary>What it costs.</summary>
    public required string Cost { get; init; }

    /// <summary>When.</summary>
    public required string Hours { get; init; }

    /// <summary>Where the call goes.</summary>
    public required string Goes { get; init; }

    /// <summary>BCP 47 languages that are spoken there; empty: only the region's own, as far as is known.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>How well its number is known: V, S or GKV (clinical.md, status tags).</summary>
    public string Status { get; init; } = "GKV";

    /// <summary>When the number was last checked in a source; null: never.</summary>
    public DateOnly? Verified { get; init; }

    /// <summary>When it must be checked again; null: now.</summary>
    public DateOnly? CheckBy { get; init; }

    /// <summary>Why it may be shown although its check is due; null: it may not.</summary>
    public string? Acknowledged { get; init; }

    /// <summary>Keys of <c>sources.yaml</c>.</summary>
    public required ImmutableArray<string> Sources { get; init; }
}
