using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>The canonical words of a book, numbered, with the topic and rank of each.</summary>
internal sealed class MeaningTable
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<int, (int Topic, int Rank)> _topics = [];

    public MeaningTable(PhraseBook book)
    {
        Unclear = Id("unclear");
        How = Id("how");
        Wait = Id("wait");
        var topic = 0;
        foreach (var members in book.Topics.Values)
        {
            for (var rank = 0; rank < members.Count; rank++)
            {
                // Unclear belongs to every topic; which one it doubts is known by the signal that was doubted.
                if (members[rank] != "unclear")
                {
                    _topics[Id(members[rank])] = (topic, rank);
                }
            }

            UnclearRank.Add(members.ToList().IndexOf("unclear"));
            topic++;
        }

        GivesWay = [.. book.GivesWay.Select(e => (Id(e.Key), e.Value.Select(Id).ToArray()))];
        Good = [.. book.Good.Select(Id)];
        Bad = [.. book.Bad.Select(Id)];
        Calm = [.. Good.Where(good => Topic(good) >= 0 && Bad.Any(bad => Topic(bad) == Topic(good)))];
        Facts = [.. book.Facts];
        Wary = [.. book.Signals.Where(signal => signal.Bare).SelectMany(signal => signal.So).Select(word => Id(word.TrimEnd('?')))];
    }

    public int Unclear { get; }

    public int How { get; }

    public int Wait { get; }

    /// <summary>Meanings that say nothing where any of some others is heard.</summary>
    public (int Meaning, int[] To)[] GivesWay { get; }

    public HashSet<int> Good { get; }

    public HashSet<int> Bad { get; }

    public HashSet<string> Facts { get; }

    /// <summary>Good news that words nobody listed put in doubt.</summary>
    public HashSet<int> Wary { get; }

    /// <summary>Good news of what there is bad news of too: of breath and of waking, and not of a kit or a call.</summary>
    public HashSet<int> Calm { get; }

    /// <summary>Where unclear ranks in each topic; -1 where it has no rank.</summary>
    public List<int> UnclearRank { get; } = [];

    public int Id(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _ids.Add(word, id);
            _words.Add(word);
        }

        return id;
    }

    /// <summary>The id of a word that may be no meaning of the book: then -1. Never adds one.</summary>
    public int Find(string word) => _ids.GetValueOrDefault(word, -1);

    public string Word(int id) => _words[id];

    /// <summary>The topic of a meaning, or -1.</summary>
    public int Topic(int id) => _topics.TryGetValue(id, out var at) ? at.Topic : -1;

    public int Rank(int id) => _topics.TryGetValue(id, out var at) ? at.Rank : int.MaxValue;

    public Meant[] Meant(IEnumerable<string> words) =>
        [.. words.Select(word => new Meant(Id(word.TrimEnd('?')), word.EndsWith('?')))];

    public Meant[]? MeantOrNull(IEnumerable<string>? words) => words is null ? null : Meant(words);
}
