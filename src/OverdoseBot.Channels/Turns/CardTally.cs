using System.Diagnostics.Metrics;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>Counts the emergency cards that were given in place of an answer, with the tag <c>reason</c>.</summary>
/// <param name="cards">What it counts on.</param>
public sealed class CardTally(Counter<long> cards)
{
    /// <summary>Counts on <see cref="Instruments.Cards"/>.</summary>
    public static CardTally Shipped { get; } = new(Instruments.Cards);

    /// <summary>Counts one.</summary>
    public void Count(CardReason reason) => cards.Count("reason", Word(reason));

    /// <summary>A reason as it is told to those who watch.</summary>
    internal static string Word(CardReason reason) => reason switch
    {
        CardReason.Store => "store",
        CardReason.Slow => "slow",
        CardReason.Full => "full",
        CardReason.Conflict => "conflict",
        CardReason.Limit => "limit",
        CardReason.Fault => "fault",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
