using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Grammar;

/// <summary>A meaning a signal may have; a weak one gives way to anything else said about its topic.</summary>
internal readonly record struct Meant(int Meaning, bool Weak);

/// <summary>A signal of the book with its meanings numbered.</summary>
internal sealed class Signal(PhraseSignal source, MeaningTable table)
{
    private readonly (string Dialog, string Step)[] _at = [.. source.At.Select(Split)];
    private readonly Dictionary<string, Meant[]> _in = source.In.ToDictionary(e => e.Key, e => table.Meant(e.Value), StringComparer.Ordinal);

    public string Name => source.Name;

    public PhraseNews News => source.News;

    /// <summary>True: what it means is spoken of as known already.</summary>
    public bool IsTold { get; init; }

    /// <summary>Words of the writer that look like a wish to die and are none.</summary>
    public bool IsIdiom => source.Own && So.Length == 0;

    public bool Free => source.Free;

    public bool Takes => source.Takes;

    public bool Beside => source.Beside;

    /// <summary>What it means when it is said of somebody else; null: the same.</summary>
    public Meant[]? Theirs { get; } = table.MeantOrNull(source.Theirs);

    /// <summary>Answers and facts that likeness does not make of it.</summary>
    public IReadOnlyList<string> Never => source.Never;

    /// <summary>Facts of it that likeness does not take away.</summary>
    public IReadOnlyList<string> Sure => source.Sure;

    /// <summary>What must be meant as well for this to be heard.</summary>
    public int[] With { get; } = [.. source.With.Select(table.Id)];

    public bool Bare => source.Bare;

    public bool IsLocal => _at.Length > 0;

    public Meant[] So { get; } = table.Meant(source.So);

    public Meant[] Not { get; } = table.Meant(source.Not);

    public Meant[]? Was { get; } = table.MeantOrNull(source.Was);

    public Meant[]? Will { get; } = table.MeantOrNull(source.Will);

    public Meant[]? Maybe { get; } = table.MeantOrNull(source.Maybe);

    public Meant[]? Mine { get; } = table.MeantOrNull(source.Mine);

    public Meant[]? Asked { get; } = table.MeantOrNull(source.Asked);

    public Meant[]? In(string dialog) => _in.Count == 0 ? null : _in.GetValueOrDefault(dialog);

    public bool IsHeardAt(Asked asked)
    {
        foreach (var (dialog, step) in _at)
        {
            if (dialog == asked.Dialog && (step == "*" || step == asked.Step))
            {
                return true;
            }
        }

        return _at.Length == 0;
    }

    private static (string Dialog, string Step) Split(string at)
    {
        var slash = at.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (at, "*") : (at[..slash], at[(slash + 1)..]);
    }
}
