using System.Collections.Immutable;

namespace OverdoseBot.Bot;

/// <summary>
/// A household plan that is being written by text message. It is here only till it was sent back or left; then the record and the stored text of its
/// turns lose it (<see cref="Plans"/>).
/// </summary>
/// <param name="Since">When its first answer came (UTC): what was said from then on is deleted.</param>
/// <param name="Answers">What was written, by the step that asked; empty text: skipped.</param>
/// <param name="Sent">When it was sent back; null: not yet.</param>
public sealed record HomePlan(DateTimeOffset Since, ImmutableSortedDictionary<string, string> Answers, DateTimeOffset? Sent)
{
    /// <summary>How long the plan that was sent is kept in the log, so that the same text delivered twice by the phone company gets it again.</summary>
    public static readonly TimeSpan KeptSent = TimeSpan.FromMinutes(10);

    /// <summary>How long a plan that nobody goes on with is kept.</summary>
    public static readonly TimeSpan KeptUnfinished = TimeSpan.FromHours(1);

    /// <summary>A plan without an answer.</summary>
    public static HomePlan Begun(DateTimeOffset now) => new(now, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), null);

    /// <summary>The same, with something told now: it is no older than that, even if the clock was set back meanwhile or another replica's is behind.</summary>
    public HomePlan Heard(DateTimeOffset now) => now < Since ? this with { Since = now } : this;

    /// <summary>When it is forgotten, unless something is heard before.</summary>
    /// <param name="heard">When the person last wrote.</param>
    public DateTimeOffset Due(DateTimeOffset heard) => Sent is { } sent ? sent + KeptSent : heard + KeptUnfinished;
}
