using System.Collections.Frozen;
using System.Collections.Immutable;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>Every fact that any script knows, so that none is left out where it is not expected, and what each can do at a step.</summary>
internal sealed class Meanings
{
    private readonly Library _library;
    private readonly FrozenSet<string> _places;

    public Meanings(Library library)
    {
        _library = library;
        _places = library.Regions.Values.Select(r => r.Said).OfType<string>().Concat(library.Speak.Keys).ToFrozenSet(StringComparer.Ordinal);
        var steps = library.Scripts.Values.SelectMany(s => s.Steps).ToList();
        var words = library.Scripts.Values.SelectMany(s => s.First.Concat(s.Always))
            .Concat(steps.SelectMany(s => s.First.Concat(s.Answers))).Select(a => a.Word)
            .Concat(library.Keep.Keys).Concat(library.Digits.Keys).Concat(library.Products.Keys).Append("how").Append("wait");
        var marks = steps.SelectMany(s => s.Mark.Concat(s.SayWhen.SelectMany(v => v.Mark))).ToHashSet(StringComparer.Ordinal);
        All = [.. words.Where(w => w is not (Decision.Unclear or Decision.Unread) && (!marks.Contains(w) || library.Products.ContainsKey(w))).Select(library.Fact)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>All facts, in a fixed order.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>What is true when someone says so: of a product its kind and its device.</summary>
    public IEnumerable<string> Facts(string word) => _library.Products.TryGetValue(word, out var product) ? product.Facts.Append(word) : [_library.Fact(word)];

    /// <summary>True when some script answers it at this step, or it is kept there.</summary>
    public bool Matters(Step step, string fact) =>
        _library.Keep.ContainsKey(fact) || _library.Products.ContainsKey(fact) || _places.Contains(fact)
        || Answers(step).Any(a => _library.Fact(a.Word) == fact && a.Move is not { Kind: MoveKind.Stay, Tell: null });

    /// <summary>
    /// True when a message of this fact alone can do no more at this step than add words to it: it is not kept, no product, and every script that
    /// hears it stays. Where the person is and which language they read leave the scene at once, so for the walk they are words too.
    /// </summary>
    public bool OnlyWords(Step step, string fact) =>
        _places.Contains(fact)
        || (!_library.Keep.ContainsKey(fact) && !_library.Products.ContainsKey(fact) && fact is not ("how" or "wait")
            && Answers(step).Where(a => _library.Fact(a.Word) == fact).All(a => a.Move.Kind == MoveKind.Stay));

    private IEnumerable<Answer> Answers(Step step)
    {
        var script = _library.Scripts[step.Place.Dialog];
        var outer = script.Within is { } within ? _library.Scripts[within] : null;
        return step.First.Concat(step.Answers).Concat(script.First).Concat(script.Always).Concat(outer is null ? [] : outer.First.Concat(outer.Always)).Concat(_library.Scripts["respond"].First);
    }
}
