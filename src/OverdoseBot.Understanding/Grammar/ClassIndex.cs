using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>A phrase of some classes that a message holds.</summary>
/// <param name="Classes">The classes it belongs to.</param>
/// <param name="Roles">Their jobs in the grammar.</param>
/// <param name="End">Its last word.</param>
internal readonly record struct Phrase(int[] Classes, Role Roles, int End);

/// <summary>Which classes a word or phrase belongs to, found by walking a trie of the book's class items.</summary>
internal sealed class ClassIndex
{
    /// <summary>The class that any number belongs to.</summary>
    public const int Number = 0;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal) { ["number"] = Number };
    private readonly List<Role> _roles = [Role.None];
    private readonly Trie _items = new();
    private readonly (int[]? Classes, Role Roles)[] _at;

    public ClassIndex(PhraseBook book, Vocabulary words)
    {
        var classesAt = new SortedDictionary<int, SortedSet<int>>();
        foreach (var (name, items) in book.Classes)
        {
            var id = _names.Count;
            _names.Add(name, id);
            _roles.Add(RoleNames.Of(name));
            foreach (var item in items)
            {
                var node = Trie.Root;
                foreach (var word in PhraseWords.Split(item))
                {
                    // An item is written as people say it; a contraction in it is taken apart as in a message.
                    foreach (var part in words.Find(word, out _))
                    {
                        node = _items.Grow(node, part);
                    }
                }

                if (!classesAt.TryGetValue(node, out var set))
                {
                    classesAt[node] = set = [];
                }

                set.Add(id);
            }
        }

        _items.Freeze();
        _at = new (int[]?, Role)[_items.Count];
        foreach (var (node, set) in classesAt)
        {
            _at[node] = ([.. set], set.Aggregate(Role.None, (roles, id) => roles | _roles[id]));
        }
    }

    public int Id(string name) => _names[name];

    /// <summary>Every class, in the order of the ids.</summary>
    public IEnumerable<string> Names => _names.OrderBy(name => name.Value).Select(name => name.Key);

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <summary>Notes the phrases that start at each word, once for all who ask, and marks the role of each word; the longest phrase wins and hides the words inside it.</summary>
    public void Mark(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            Note(sentence, i);
        }

        for (var i = 0; i < sentence.Count;)
        {
            var (roles, length) = (Role.None, 1);
            foreach (ref readonly var phrase in sentence.Phrases(i))
            {
                (roles, length) = phrase.Roles != Role.None ? (phrase.Roles, phrase.End - i + 1) : (roles, length);
            }

            sentence.Roles[i] = roles;
            for (var inside = i + 1; inside < i + length; inside++)
            {
                sentence.Roles[inside] = roles & Role.Skippable & ~Role.Not;
                sentence.Roles[inside] |= Role.Inside | (Denies(sentence, inside) ? Role.InnerNot : Role.None);
            }

            i += length;
        }
    }

    // A phrase ends before a gap.
    private void Note(Sentence sentence, int start)
    {
        var node = Trie.Root;
        for (var end = start; end < sentence.Count && (end == start || sentence.Tokens[end].Before == Gap.None); end++)
        {
            var word = sentence.Tokens[end].Word;
            node = word < 0 ? -1 : _items.Next(node, word);
            if (node < 0)
            {
                break;
            }

            ref readonly var at = ref _at[node];
            if (at.Classes is not null)
            {
                sentence.AddPhrase(start, new Phrase(at.Classes, at.Roles, end));
            }
        }
    }

    // By itself, whatever phrase it begins.
    private static bool Denies(Sentence sentence, int word) => sentence.Phrases(word) is [var first, ..] && first.End == word && (first.Roles & Role.Not) != 0;
}
