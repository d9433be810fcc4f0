namespace OverdoseBot.Understanding.Grammar;

/// <summary>A tree over numbered symbols, grown once and then read only; every edge is one look-up in a flat table.</summary>
internal sealed class Trie
{
    public const int Root = 0;

    private readonly Dictionary<long, int> _growing = [];
    private long[] _keys = [];
    private int[] _nodes = [];
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
        _keys = new long[size];
        _nodes = new int[size];
        Array.Fill(_keys, -1);
        foreach (var (key, node) in _growing)
        {
            var at = Slot(key);
            while (_keys[at] >= 0)
            {
                at = (at + 1) & _mask;
            }

            (_keys[at], _nodes[at]) = (key, node);
        }
    }

    /// <summary>The node an edge leads to, or -1.</summary>
    public int Next(int node, int symbol)
    {
        var key = Key(node, symbol);
        for (var at = Slot(key); _keys[at] >= 0; at = (at + 1) & _mask)
        {
            if (_keys[at] == key)
            {
                return _nodes[at];
            }
        }

        return -1;
    }

    private int Slot(long key) => (int)((ulong)key * 0x9E3779B97F4A7C15UL >> 40) & _mask;

    private static long Key(int node, int symbol) => ((long)node << 24) | (uint)symbol;
}
