using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>Words and phrases of a book of feelings, found by walking a trie; the longest phrase wins.</summary>
internal sealed class FeelingIndex
{
    private readonly Trie _items = new();
    private readonly Feeling?[] _at;

    public FeelingIndex(IReadOnlyDictionary<string, Feeling> phrases, IReadOnlyDictionary<string, Feeling> all, Vocabulary words)
    {
        var at = new Dictionary<int, Feeling>();
        foreach (var (phrase, feeling) in phrases)
        {
            var node = Trie.Root;
            foreach (var word in PhraseWords.Split(phrase))
            {
                foreach (var part in words.Find(word, out _))
                {
                    node = _items.Grow(node, part);
                }
            }

            // "im" and "i am" are one phrase once they are taken apart.
            var known = at.GetValueOrDefault(node);
            if (PhraseWords.Split(phrase).Any(word => all.GetValueOrDefault(word) is { } one && (one.Kinds & FeelingKinds.Writer) != 0))
            {
                // "my heart stops" says by itself whose it is.
                at[node] = new Feeling(feeling.Kinds | FeelingKinds.Writer, feeling.Points);
                continue;
            }

            at[node] = known is null ? feeling : new Feeling(known.Kinds | feeling.Kinds, known.Points == 0 ? feeling.Points : known.Points);
        }

        _items.Freeze();
        _at = new Feeling?[_items.Count];
        foreach (var (node, feeling) in at)
        {
            _at[node] = feeling;
        }
    }

    /// <summary>The longest phrase that starts at a word; null: none does, and the length is one.</summary>
    public Feeling? Find(Sentence sentence, int start, out int length)
    {
        var (best, node) = ((Feeling?)null, Trie.Root);
        length = 1;
        for (var end = start; end < sentence.Count && (end == start || sentence.Tokens[end].Before == Gap.None); end++)
        {
            node = sentence.Tokens[end].Word < 0 ? -1 : _items.Next(node, sentence.Tokens[end].Word);
            if (node < 0)
            {
                break;
            }

            (best, length) = _at[node] is { } here ? (here, end - start + 1) : (best, length);
        }

        return best;
    }

    /// <summary>Marks what each word tells.</summary>
    public void Mark(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var best = Find(sentence, i, out var length);
            sentence.Felt[i] = best is null ? default : new FeltWord(best.Kinds, best.Points, length);
            for (var inside = i + 1; inside < i + length; inside++)
            {
                sentence.Felt[inside] = new FeltWord(best!.Kinds, 0, 0);
            }

            i += length;
        }
    }
}
