using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>An answer and the fact that it is.</summary>
internal readonly record struct Heeded(Answer Answer, string Fact);

/// <summary>
/// What a step hears, in the layers of ARCHITECTURE section 5, worked out once for a library: it is asked for several times a turn. A nearer layer's word
/// takes the place of a farther one's; the order within a layer is the order of the page.
/// </summary>
internal sealed class StepHears
{
    private const string Respond = "respond";
    private static readonly ConditionalWeakTable<Library, ConcurrentDictionary<Place, StepHears>> _libraries = [];

    private readonly Asked _asked;
    private readonly Asked _web;
    private readonly Asked _sms;
    private readonly ImmutableArray<(string When, Asked Web, Asked Sms)> _forms;

    private StepHears(Library library, Step step)
    {
        _asked = Hearing.AskedAt(step, library);
        _sms = step.WebYes is null ? _asked : _asked with { Yes = step.Yes, OfItsOwn = true };
        // A page shows no digits: in an emergency a number on it is a count. Elsewhere the worst that a digit can mean holds.
        _web = step.Kind == StepKind.Emergency ? _asked with { Digits = false } : _asked;
        // A wording with choices of its own asks a question of its own. What it asks by text message is answered with a digit or a word: there a bare yes
        // may be said of anything.
        _forms = [.. step.SayWhen.Where(v => v.Choices is not null).Select(v => (v.When, _web with { Yes = v.Yes, No = v.No, OfItsOwn = true }, _sms with { Yes = null, No = v.No, OfItsOwn = true }))];
        var script = library.Scripts[step.Place.Dialog];
        // The dialog whose words are heard here too, behind this one's own.
        var outer = script.Within is { } within ? library.Scripts[within] : null;
        var (first, always) = (Layers(step.First, script.First, outer?.First ?? [], library.Scripts[Respond].First), Layers(script.Always, outer?.Always ?? []));
        ImmutableArray<Answer> own = [.. step.Answers.Where(a => a.Word != Decision.Unclear)];
        First = Facts(library, first);
        Own = Facts(library, own);
        Always = Facts(library, always);
        Any = Facts(library, Layers(own, first, always));
        Told = Facts(library, Layers(step.Answers, always));
        Heard = [.. Told.Concat(First).Select(h => h.Fact)];
    }

    /// <summary>Bad news, a nearer dialog's in place of a farther one's.</summary>
    public ImmutableArray<Heeded> First { get; }

    /// <summary>The step's own answers but for "unclear".</summary>
    public ImmutableArray<Heeded> Own { get; }

    /// <summary>Other facts.</summary>
    public ImmutableArray<Heeded> Always { get; }

    /// <summary>All three, each word once.</summary>
    public ImmutableArray<Heeded> Any { get; }

    /// <summary>The step's own answers and other facts, each word once.</summary>
    public ImmutableArray<Heeded> Told { get; }

    /// <summary>All facts that are heard, bad news and "unclear" too.</summary>
    public ImmutableArray<string> Heard { get; }

    /// <summary>What a step of a library hears.</summary>
    public static StepHears At(Library library, Step step)
    {
        var steps = _libraries.GetOrCreateValue(library);
        return steps.TryGetValue(step.Place, out var hears) ? hears : steps.GetOrAdd(step.Place, new StepHears(library, step));
    }

    /// <summary>The step's own question, put in other words.</summary>
    public Asked Question(CaseRecord record) => record.Sms || record.Practice ? _asked : _web;

    /// <summary>What the last message of a case asked at this step. A digit has its one meaning by text message (clinical.md 2.4 rule 8).</summary>
    public Asked AskedIn(CaseRecord record)
    {
        var (web, sms) = (_web, _sms);
        foreach (var form in _forms)
        {
            (web, sms) = form.When == record.Shown?.When ? (form.Web, form.Sms) : (web, sms);
        }

        // In a practice buttons and digits are practice (safety rule 9).
        return record.Sms ? sms : record.Practice ? web with { Digits = true } : web;
    }

    private static ImmutableArray<Heeded> Facts(Library library, ImmutableArray<Answer> answers) => [.. answers.Select(a => new Heeded(a, library.Fact(a.Word)))];

    private static ImmutableArray<Answer> Layers(params ReadOnlySpan<ImmutableArray<Answer>> layers)
    {
        var (all, words) = (ImmutableArray.CreateBuilder<Answer>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var layer in layers)
        {
            all.AddRange(layer.Where(a => words.Add(a.Word)));
        }

        return all.ToImmutable();
    }
}
