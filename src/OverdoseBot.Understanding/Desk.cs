using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Examples;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding;

/// <summary>What a thread reads a message with; wiped before each, so that nothing of one message reaches the next.</summary>
internal sealed class Desk
{
    private readonly List<string> _felt = [];
    private readonly List<string> _dark = [];
    private readonly List<string> _why = [];

    public Sentence Sentence { get; } = new();

    public List<Clause> Clauses { get; } = new(16);

    public List<Hit> Hits { get; } = new(16);

    /// <summary>What the writer says of themself.</summary>
    public List<Hit> Own { get; } = new(4);

    /// <summary>What only sounds like that: "me muero de risa".</summary>
    public List<Hit> Idle { get; } = new(2);

    /// <summary>What shows how the writer is, each with its points; null: nobody asks.</summary>
    public List<string>? Felt => Explains ? _felt : null;

    /// <summary>The points of all that shows it.</summary>
    public int Points { get; set; }

    /// <summary>What speaks of wanting to die, each with its points; null: nobody asks.</summary>
    public List<string>? Dark => Explains ? _dark : null;

    /// <summary>The points of what speaks of wanting to die.</summary>
    public int Death { get; set; }

    /// <summary>Whether the message pleads.</summary>
    public bool Pleads { get; set; }

    /// <summary>Whether it is relieved.</summary>
    public bool Relieved { get; set; }

    /// <summary>Whether the writer says that they do not want to die.</summary>
    public bool WantsToLive { get; set; }

    public HeardSoFar Heard { get; } = new();

    /// <summary>Room for whoever looks for traits.</summary>
    public TraitNotes Notes { get; } = new();

    /// <summary>Whether it is noted why a message is read as it is.</summary>
    public bool Explains { get; set; }

    /// <summary>Why it is read so; null: nobody asks.</summary>
    public List<string>? Why => Explains ? _why : null;

    /// <summary>Whether the last clause with a match denied it.</summary>
    public bool Negated { get; set; }

    /// <summary>The calm meaning that a bare yes or no gave; -1 for none.</summary>
    public int SaidYes { get; set; } = -1;

    /// <summary>The answer and its fact that a yes did not give because of the words with it; likeness does not give them either. Null: no such yes.</summary>
    public (string Answer, string Fact)? DoubtedYes { get; set; }

    /// <summary>Whether breaths told in numbers are too few: no likeness makes that good news.</summary>
    public bool FewBreaths { get; set; }

    /// <summary>Adds what another reading of the same message felt.</summary>
    public void Feel(Desk other)
    {
        Felt?.AddRange(other._felt);
        Dark?.AddRange(other._dark);
        Points += other.Points;
        Death += other.Death;
        Pleads |= other.Pleads;
        WantsToLive |= other.WantsToLive;
    }

    public void Clear()
    {
        Negated = false;
        SaidYes = -1;
        DoubtedYes = null;
        FewBreaths = false;
        Sentence.Clear();
        Clauses.Clear();
        Hits.Clear();
        Own.Clear();
        Idle.Clear();
        _felt.Clear();
        _dark.Clear();
        (Points, Death, Pleads, Relieved, WantsToLive) = (0, 0, false, false, false);
        Heard.Clear();
        _why.Clear();
    }
}
