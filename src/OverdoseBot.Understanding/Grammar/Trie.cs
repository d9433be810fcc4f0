namespace OverdoseBot.Understanding.Grammar;

/// <summary>
/// A tree over numbered symbols, grown once and then read only; every edge is one look-up in a flat table, and those of
/// the root, where nearly every search ends, are found by their symbols.
/// </summary>
internal sealed class Trie
{
    public const int Root = 0;

    private const int SymbolBits = 24;
    private const long Symbol = (1L << SymbolBits) - 1;

    private readonly Dictionary<long, int> _growing = [];
    private (long Key, int Node)[] _edges = [];
    private int[] _first = [];
    private int _mask;

    public int Count { get; private set; } = 1;

    public int Grow(int node, int symbol)
    {
        var key = Key(node, symbol);
        if (!_growing.TryGetValue(key, out var next))
        {
            next = Count++;
            _growing.Add(key, next);
        }

        return next;
    }

    /// <summary>Lays the edges into an open-addressed table at most half full.</summary>
    public void Freeze()
    {
        var size = 16;
        while (size < _growing.Count * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _edges = new (long, int)[size];
        Array.Fill(_edges, (-1, -1));
        _first = new int[_growing.Keys.Where(key => key <= Symbol).Select(key => (int)key + 1).DefaultIfEmpty().Max()];
        Array.Fill(_first, -1);
        foreach (var (key, node) in _growing)
        {
            if (key <= Symbol)
            {
                _first[key] = node;
                continue;
            }

            var at = Slot(key);
            while (_edges[at].Key >= 0)
            {
                at = (at + 1) & _mask;
            }

            _edges[at] = (key, node);
        }
    }

    /// <summary>The node an edge leads to, or -1.</summary>
    public int Next(int node, int symbol)
    {
        if (node == Root)
        {
            return (uint)symbol < (uint)_first.Length ? _first[symbol] : -1;
        }

        var key = Key(node, symbol);
        for (var at = Slot(key); ; at = (at + 1) & _mask)
        {
            ref readonly var edge = ref _edges[at];
            if (edge.Key == key || edge.Key < 0)
            {
                return edge.Node;
            }
        }
    }

    private int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 40) & _mask;

    private static long Key(int node, int symbol) => ((long)node << SymbolBits) | (uint)symbol;
}
