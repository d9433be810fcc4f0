using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>The words of a step or an aside, in its forms. Each string is one message.</summary>
/// <param name="Say">Web form: one or more cards.</param>
/// <param name="Sms">SMS form: one or more texts; empty when <paramref name="Say"/> serves both.</param>
/// <param name="Brief">A shorter SMS text for when a lead, the call line or an aside must fit in front; null when none.</param>
public sealed record Wording(ImmutableArray<string> Say, ImmutableArray<string> Sms, string? Brief)
{
    /// <summary>The SMS form without the name of a drug, for when a phone company filtered the other for its words; empty: the other names none.</summary>
    public ImmutableArray<string> Plain { get; init; } = [];

    /// <summary>Where the web form is written.</summary>
    public Spot? Spot { get; init; }

    /// <summary>Where the SMS form is written; null when there is none.</summary>
    public Spot? SmsSpot { get; init; }

    /// <summary>Where the shorter SMS text is written; null when there is none.</summary>
    public Spot? BriefSpot { get; init; }

    /// <summary>Where the form without the name of a drug is written; null when there is none.</summary>
    public Spot? PlainSpot { get; init; }

    /// <summary>The SMS texts.</summary>
    public ImmutableArray<string> SmsOrSay => Sms.IsEmpty ? Say : Sms;

    /// <summary>These words without the name of a drug, as SMS.</summary>
    public Wording AsPlain => Plain.IsEmpty ? this : this with { Sms = Plain, SmsSpot = PlainSpot, Brief = null, Plain = [] };
}

/// <summary>An answer that is shown to be tapped (web) or sent as a digit or word (SMS).</summary>
/// <param name="Answer">The answer word.</param>
/// <param name="Web">The button's label.</param>
/// <param name="Sms">The label behind the digit; null: not listed on SMS.</param>
public sealed record Choice(string Answer, string Web, string? Sms)
{
    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>Other words for a step when a fact is true; the first true one in the order of the page is taken.</summary>
/// <param name="When">The fact or mark that must be known.</param>
/// <param name="Wording">What is said then.</param>
/// <param name="Choices">Its choices; null: those of the step, and its yes and no. With choices of its own it asks a question of its own.</param>
/// <param name="Mark">Marks set when it is sent.</param>
/// <param name="Clear">Marks removed when it is sent.</param>
public sealed record Variant(string When, Wording Wording, ImmutableArray<Choice>? Choices, ImmutableArray<string> Mark, ImmutableArray<string> Clear)
{
    /// <summary>With choices of its own: the answer that a bare yes means. Null: none; a yes says nothing to what it asks.</summary>
    public string? Yes { get; init; }

    /// <summary>With choices of its own: the answer that a bare no means; null: none.</summary>
    public string? No { get; init; }

    /// <summary>Where it is written.</summary>
    public Spot? Spot { get; init; }
}

/// <summary>A beat to push or breathe to.</summary>
/// <param name="Kind"><c>compressions</c> or <c>breaths</c>.</param>
/// <param name="PerMinute">Beats a minute (compressions 100 to 120, breaths 10 to 30).</param>
public sealed record Pace(string Kind, int PerMinute)
{
    /// <summary>Other rates by the fact that must be known: breaths of a child.</summary>
    public ImmutableArray<PaceRow> When { get; init; } = [];

    /// <summary>The rate that holds now, beats a minute.</summary>
    public int Rate(Func<string, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(knows);
        foreach (var row in When)
        {
            if (knows(row.When))
            {
                return row.PerMinute;
            }
        }

        return PerMinute;
    }
}

/// <summary>A rate and the fact that it is for.</summary>
/// <param name="When">The fact.</param>
/// <param name="PerMinute">Beats a minute.</param>
public sealed record PaceRow(string When, int PerMinute);
