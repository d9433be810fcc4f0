using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>What a message has said so far. A correction or "now" replaces what was said of its topic; otherwise the worst stays.</summary>
internal sealed class HeardSoFar
{
    private readonly List<Item> _items = new(16);

    public IReadOnlyList<Item> Items => _items;

    public void Clear() => _items.Clear();

    public void Add(Item item, bool replaces)
    {
        if (replaces && item.Topic >= 0)
        {
            for (var i = _items.Count - 1; i >= 0; i--)
            {
                if (_items[i].Topic == item.Topic && _items[i].Meaning != item.Meaning)
                {
                    _items.RemoveAt(i);
                }
            }
        }

        if (!_items.Contains(item))
        {
            _items.Add(item);
        }
    }

    public bool Has(int meaning)
    {
        foreach (var item in _items)
        {
            if (item.Meaning == meaning)
            {
                return true;
            }
        }

        return false;
    }

    public bool HasAny(HashSet<int> some)
    {
        foreach (var item in _items)
        {
            if (some.Contains(item.Meaning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a doubt about each good news heard that a complaint puts in doubt.</summary>
    public bool Doubt(MeaningTable meanings)
    {
        var doubted = false;
        for (var i = _items.Count - 1; i >= 0; i--)
        {
            if (meanings.Wary.Contains(_items[i].Meaning))
            {
                Add(new Item(meanings.Unclear, _items[i].Topic, false), false);
                doubted = true;
            }
        }

        return doubted;
    }

    /// <summary>Whether a doubt was voiced about a topic, or about nothing in particular. A weak one ("he moaned") doubts nothing that is said plainly.</summary>
    public bool Doubts(int unclear, int topic, bool evenWeakly)
    {
        foreach (var item in _items)
        {
            if (item.Meaning == unclear && (evenWeakly || !item.Weak) && (item.Topic < 0 || item.Topic == topic))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a meaning back; false when it was not heard.</summary>
    public bool Remove(int meaning) => _items.RemoveAll(item => item.Meaning == meaning) > 0;

    public void Settle(MeaningTable meanings)
    {
        for (var i = _items.Count - 1; i >= 0; i--)
        {
            if (IsOutdone(_items[i], meanings))
            {
                _items.RemoveAt(i);
            }
        }

        foreach (var (meaning, to) in meanings.GivesWay)
        {
            if (Has(meaning) && Array.Exists(to, Has))
            {
                Remove(meaning);
            }
        }
    }

    private bool IsOutdone(Item item, MeaningTable meanings)
    {
        if (item.Topic < 0)
        {
            return false;
        }

        var rank = Rank(item, meanings);
        foreach (var other in _items)
        {
            if (other.Topic == item.Topic && other != item
                && (item.Weak == other.Weak ? Rank(other, meanings) < rank : item.Weak))
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(Item item, MeaningTable meanings) =>
        item.Meaning == meanings.Unclear ? meanings.UnclearRank[item.Topic] : meanings.Rank(item.Meaning);
}
