using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A few words that differ by who lies there: <c>{one-breath}</c> is one breath every 5 seconds, for a child every 3.</summary>
/// <param name="Name">Its name between braces.</param>
/// <param name="Rows">The words by the fact that must be known; the first known one in the order of the page is taken.</param>
/// <param name="Else">The words when no fact is known.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Piece(string Name, ImmutableArray<PieceRow> Rows, string Else, Spot Spot)
{
    /// <summary>The words that hold now.</summary>
    public string Words(Func<string, bool> knows)
    {
        ArgumentNullException.ThrowIfNull(knows);
        foreach (var row in Rows)
        {
            if (knows(row.When))
            {
                return row.Words;
            }
        }

        return Else;
    }

    /// <summary>All words it can be.</summary>
    public IEnumerable<string> All => Rows.Select(r => r.Words).Append(Else);
}

/// <summary>Words and the fact that they are for.</summary>
/// <param name="When">The fact or mark.</param>
/// <param name="Words">The words; may be empty.</param>
public sealed record PieceRow(string When, string Words);
