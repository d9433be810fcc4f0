using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding;

/// <summary>What a thread reads a message with; wiped before each, so that nothing of one message reaches the next.</summary>
internal sealed class Desk
{
    public Sentence Sentence { get; } = new();

    public List<Clause> Clauses { get; } = new(16);

    public List<Hit> Hits { get; } = new(16);

    public HeardSoFar Heard { get; } = new();

    public List<string> Why { get; } = new(8);

    /// <summary>Whether the last clause with a match denied it.</summary>
    public bool Negated { get; set; }

    /// <summary>The calm meaning that a bare yes or no gave; -1 for none.</summary>
    public int SaidYes { get; set; } = -1;

    public void Clear()
    {
        Negated = false;
        SaidYes = -1;
        Sentence.Clear();
        Clauses.Clear();
        Hits.Clear();
        Heard.Clear();
        Why.Clear();
    }
}
