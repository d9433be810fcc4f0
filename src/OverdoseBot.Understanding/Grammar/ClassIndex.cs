using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>Which classes a word or phrase belongs to, found by walking a trie of the book's class items.</summary>
internal sealed class ClassIndex
{
    /// <summary>The class that any number belongs to.</summary>
    public const int Number = 0;

    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal) { ["number"] = Number };
    private readonly List<Role> _roles = [Role.None];
    private readonly Trie _items = new();
    private readonly int[]?[] _classesAt;

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
        _classesAt = new int[_items.Count][];
        foreach (var (node, set) in classesAt)
        {
            _classesAt[node] = [.. set];
        }
    }

    public int Id(string name) => _names[name];

    /// <summary>Every class, in the order of the ids.</summary>
    public IEnumerable<string> Names => _names.OrderBy(name => name.Value).Select(name => name.Key);

    /// <summary>The next node along a phrase of a class, or a negative number.</summary>
    public int Next(int node, int word) => word < 0 ? -1 : _items.Next(node, word);

    /// <summary>The classes whose phrase ends at a node.</summary>
    public ReadOnlySpan<int> Ends(int node) => _classesAt[node];

    /// <summary>Marks the role of each word; the longest phrase wins and hides the words inside it.</summary>
    public void MarkRoles(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var (roles, length) = (Role.None, 1);
            var node = Trie.Root;
            for (var end = i; end < sentence.Count && (end == i || sentence.Tokens[end].Before == Gap.None); end++)
            {
                node = Next(node, sentence.Tokens[end].Word);
                if (node < 0)
                {
                    break;
                }

                var here = RolesOf(node);
                if (here != Role.None)
                {
                    (roles, length) = (here, end - i + 1);
                }
            }

            sentence.Roles[i] = roles;
            for (var inside = i + 1; inside < i + length; inside++)
            {
                sentence.Roles[inside] = roles & Role.Skippable & ~Role.Not;
                sentence.Roles[inside] |= Role.Inside | (Denies(sentence.Tokens[inside].Word) ? Role.InnerNot : Role.None);
            }

            i += length;
        }
    }

    private bool Denies(int word) => Next(Trie.Root, word) is >= 0 and var node && (RolesOf(node) & Role.Not) != 0;

    private Role RolesOf(int node)
    {
        var roles = Role.None;
        foreach (var id in Ends(node))
        {
            roles |= _roles[id];
        }

        return roles;
    }
}
