using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Pieces of wording that differ by a fact: <c>name: { fact: words, else: words }</c>.</summary>
internal static class PieceReader
{
    private const string Else = "else";

    public static FrozenDictionary<string, Piece> Pieces(Node? node, FaultList faults) => faults.Pairs(node, "pieces")
        .ToFrozenDictionary(pair => pair.Key.Value, pair => Piece(pair, faults), StringComparer.Ordinal);

    private static Piece Piece(Pair pair, FaultList faults)
    {
        var rows = faults.Pairs(pair.Value, "a piece");
        if (rows.All(r => r.Key.Value != Else))
        {
            faults.Add(ReadingRules.Missing, pair.Key.Spot, $"The piece \"{pair.Key.Value}\" has no \"{Else}\".", $"Add   {Else}:   for when no fact is known; \"\" says nothing.");
        }

        string Words(Node node) => node is ScalarNode { Quoted: true, Value: "" } ? "" : faults.Text(node);
        return new Piece(
            faults.Word(pair.Key),
            rows.Where(r => r.Key.Value != Else).Select(r => new PieceRow(faults.Word(r.Key), Words(r.Value))).ToImmutableArray(),
            rows.FirstOrDefault(r => r.Key.Value == Else) is { } other ? Words(other.Value) : "", pair.Key.Spot);
    }
}
