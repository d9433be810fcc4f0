using System.Runtime.InteropServices;

namespace OverdoseBot.Understanding.Examples;

/// <summary>What a thread notes while it looks for traits; used again.</summary>
internal sealed class TraitNotes
{
    public Growing<Word> Words { get; } = new();

    /// <summary>The classes of all words, one word behind the other.</summary>
    public Growing<int> Classes { get; } = new();

    public void Clear()
    {
        Words.Clear();
        Classes.Clear();
    }

    /// <summary>One word.</summary>
    /// <param name="Whole">Its hash.</param>
    /// <param name="Head">The hash of its first letters.</param>
    /// <param name="From">Its first class in the notes.</param>
    /// <param name="To">Behind its last class.</param>
    /// <param name="Clause">The clause it stands in.</param>
    /// <param name="Says">Whether it says more than the grammar needs.</param>
    /// <param name="Denies">Whether it denies what follows.</param>
    internal readonly record struct Word(ulong Whole, ulong Head, int From, int To, int Clause, bool Says, bool Denies);

    /// <summary>A list whose items are read in place.</summary>
    internal sealed class Growing<T>
    {
        private readonly List<T> _items = new(64);

        public int Count => _items.Count;

        public void Add(T item) => _items.Add(item);

        public void Clear() => _items.Clear();

        public ReadOnlySpan<T> AsSpan() => CollectionsMarshal.AsSpan(_items);

        public ReadOnlySpan<T> AsSpan(int from) => AsSpan()[from..];

        public ReadOnlySpan<T> AsSpan(int from, int to) => AsSpan()[from..to];
    }
}
