namespace OverdoseBot.Understanding.Examples;

/// <summary>How the second reader reads one message.</summary>
internal readonly ref struct Opinion(Learned learned, ReadOnlySpan<int> sums)
{
    private readonly ReadOnlySpan<int> _sums = sums;

    /// <summary>The chance, 0 to 1, that a message like this one says so; null: no example says anything about it.</summary>
    public double? Of(string head, string word) =>
        learned.Heads.Find(head) is { } found && found.Classes.IndexOf(word) is >= 0 and var at ? Chance(found, at) : null;

    /// <summary>True when hardly any message that says so looks as unlike the others as this one; with the chance that it does.</summary>
    public bool Disbelieves(string head, string word, out double chance)
    {
        chance = Of(head, word) ?? 1;
        return learned.Heads.Find(head) is { } found && found.Classes.IndexOf(word) is >= 0 and var at && 1000 * chance < learned.Bounds[found.First + at];
    }

    /// <summary>The likeliest class of a head, with its chance; null: there is no such head.</summary>
    public (string Word, double Chance)? Best(string head)
    {
        if (learned.Heads.Find(head) is not { } found)
        {
            return null;
        }

        var best = 0;
        for (var i = 1; i < found.Classes.Length; i++)
        {
            best = _sums[found.First + i] > _sums[found.First + best] ? i : best;
        }

        return (found.Classes[best], Chance(found, best));
    }

    private double Chance(Head head, int at)
    {
        if (head.Classes.Length == 1)
        {
            return 1 / (1 + Math.Exp(-(double)_sums[head.First] / Learned.Unit));
        }

        var sum = 0d;
        for (var i = 0; i < head.Classes.Length; i++)
        {
            sum += Math.Exp((double)(_sums[head.First + i] - _sums[head.First + at]) / Learned.Unit);
        }

        return 1 / sum;
    }
}
