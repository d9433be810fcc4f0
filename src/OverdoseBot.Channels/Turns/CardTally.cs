using System.Diagnostics.Metrics;

namespace OverdoseBot.Channels;

/// <summary>Why somebody was answered with the emergency card.</summary>
public enum CardReason
{
    /// <summary>The store is away.</summary>
    Store,

    /// <summary>The store takes too long; the turn goes on.</summary>
    Slow,

    /// <summary>More people wrote at once than can be answered.</summary>
    Full,

    /// <summary>So much came from one address or number.</summary>
    Limit,

    /// <summary>The message made the service fail.</summary>
    Fault,
}

/// <summary>Counts the emergency cards that were given in place of an answer: the counter <c>overdosebot.cards</c> with the tag <c>reason</c>.</summary>
public sealed class CardTally : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "OverdoseBot.Cards";

    private readonly Counter<long> _cards;

    /// <summary>Begins at nothing.</summary>
    public CardTally() => _cards = Meter.CreateCounter<long>("overdosebot.cards", "{card}", "Emergency cards given");

    /// <summary>What it counts on.</summary>
    internal Meter Meter { get; } = new(MeterName);

    /// <summary>Counts one.</summary>
    public void Count(CardReason reason) => _cards.Add(1, new KeyValuePair<string, object?>("reason", Word(reason)));

    /// <inheritdoc />
    public void Dispose() => Meter.Dispose();

    private static string Word(CardReason reason) => reason switch
    {
        CardReason.Store => "store",
        CardReason.Slow => "slow",
        CardReason.Full => "full",
        CardReason.Limit => "limit",
        CardReason.Fault => "fault",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
