using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>Which signals are heard together.</summary>
internal enum Hearing
{
    /// <summary>What is said of the person on the ground and of what is done.</summary>
    Main,

    /// <summary>What is heard of the writer, before all else.</summary>
    Own,

    /// <summary>What is heard in passing, after all else.</summary>
    Beside,
}

/// <summary>Patterns of a book in one trie over words and classes, of what is heard together.</summary>
internal sealed class Patterns
{
    private const int MostForms = 256;

    // Symbols of the trie: words as they are, then classes, then the gap.
    private readonly int _classBase;
    private readonly int _gapSymbol;
    private readonly Trie _trie = new();
    private readonly Dictionary<int, List<Heard>> _growing = [];
    private readonly Heard[]?[] _ends;
    private readonly int[] _gaps;

    public Patterns(PhraseBook book, Vocabulary words, ClassIndex classes, MeaningTable meanings, Hearing hearing = Hearing.Main)
    {
        (_classBase, _gapSymbol) = (words.Count, words.Count + classes.Count);
        foreach (var source in book.Signals.Where(s => (s.Own ? Hearing.Own : s.Beside ? Hearing.Beside : Hearing.Main) == hearing))
        {
            var signal = new Signal(source, meanings);
            source.Say.ToList().ForEach(pattern => Add(pattern, signal, alone: false, words, classes));
            var told = new Signal(source, meanings) { IsTold = true };
            source.Told.ToList().ForEach(pattern => Add(pattern, told, alone: false, words, classes));
            source.Alone.ToList().ForEach(pattern => Add(pattern, signal, alone: true, words, classes));
        }

        _trie.Freeze();
        _gaps = [.. Enumerable.Range(0, _trie.Count).Select(node => _trie.Next(node, _gapSymbol))];
        _ends = new Heard[_trie.Count][];
        foreach (var (node, heard) in _growing)
        {
            // Where a step hears something else by the same words, the step's own way comes first.
            _ends[node] = [.. heard.OrderByDescending(h => h.Signal.IsLocal)];
        }
    }

    /// <summary>A signal that a pattern ends with.</summary>
    internal readonly record struct Heard(Signal Signal, bool Alone);

    public int ByWord(int node, int word) => word < 0 ? -1 : _trie.Next(node, word);

    public int ByClass(int node, int id) => _trie.Next(node, _classBase + id);

    public int ByGap(int node) => _gaps[node];

    public ReadOnlySpan<Heard> Ends(int node) => _ends[node];

    private void Add(string pattern, Signal signal, bool alone, Vocabulary words, ClassIndex classes)
    {
        var forms = new List<List<int>> { new() };
        foreach (var element in PhraseWords.Split(pattern))
        {
            var choices = element.TrimEnd('?').Split('|').Select(part => Symbols(part, words, classes)).ToList();
            if (element.EndsWith('?'))
            {
                choices.Add([]);
            }

            forms = [.. forms.SelectMany(form => choices, (form, choice) => (List<int>)[.. form, .. choice])];
            if (forms.Count > MostForms)
            {
                throw new PhraseBookException([new PhraseFault("", 1, 1, $"the pattern '{pattern}' of '{signal.Name}' has too many forms. Split it.")]);
            }
        }

        foreach (var form in forms.Where(form => form.Count > 0))
        {
            var node = form.Aggregate(Trie.Root, _trie.Grow);
            if (!_growing.TryGetValue(node, out var heard))
            {
                _growing[node] = heard = [];
            }

            heard.Add(new Heard(signal, alone));
        }
    }

    private int[] Symbols(string part, Vocabulary words, ClassIndex classes) => part switch
    {
        ".." => [_gapSymbol],
        ['<', .., '>'] => [_classBase + classes.Id(part[1..^1])],
        _ => words.Find(part, out _).ToArray(),
    };
}
