using System.Collections.Frozen;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Plants faults in a library in memory.</summary>
internal static class Plant
{
    /// <summary>Changes one step.</summary>
    public static Library Step(this Library library, string place, Func<Step, Step> change)
    {
        var at = Place.Parse(place);
        return library.Script(at.Dialog, script =>
        {
            var (old, changed) = (script.ByName[at.Step], change(script.ByName[at.Step]));
            return script with
            {
                Steps = script.Steps.Replace(old, changed),
                ByName = script.ByName.ToDictionary(s => s.Key, s => s.Value == old ? changed : s.Value).ToFrozenDictionary(),
            };
        });
    }

    /// <summary>Changes one dialog.</summary>
    public static Library Script(this Library library, string dialog, Func<Script, Script> change) => library with
    {
        Scripts = library.Scripts.ToDictionary(s => s.Key, s => s.Key == dialog ? change(s.Value) : s.Value).ToFrozenDictionary(),
    };

    /// <summary>Changes the translation into a language.</summary>
    public static Library In(this Library library, string language, Func<Library, Library> change) => library with
    {
        Translations = library.Translations.ToDictionary(t => t.Key, t => t.Key == language ? change(t.Value) : t.Value).ToFrozenDictionary(),
    };

    /// <summary>Changes what is true in a region, in the scripts' own language.</summary>
    public static Library Region(this Library library, string id, Func<Region, Region> change) => library with
    {
        Regions = library.Regions.ToDictionary(r => r.Key, r => r.Key == id ? change(r.Value) : r.Value).ToFrozenDictionary(),
    };

    /// <summary>Lets an aside say only this.</summary>
    public static Library Aside(this Library library, string name, string text) => library with
    {
        Asides = library.Asides.ToDictionary(a => a.Key, a => a.Key == name ? a.Value with { Wording = new Wording([text], [], null), SayWhen = [] } : a.Value).ToFrozenDictionary(),
    };

    /// <summary>Lets a fact that every step hears lead elsewhere.</summary>
    public static Library Always(this Library library, string fact, string to) => library.Script(
        "respond", s => s with { Always = [.. s.Always.Select(a => a.Word == fact ? new Answer(a.Word, Move(s.Steps[0], to)) : a)] });

    /// <summary>Changes the clocks of the response.</summary>
    public static Library Alarm(this Library library, Func<Alarm, Alarm> change) =>
        library.Script("respond", s => s with { Alarms = [.. s.Alarms.Select(change)] });

    /// <summary>Lets an answer of a step lead elsewhere.</summary>
    public static Step Leads(this Step step, string word, string? to) => step with
    {
        Answers = [.. step.Answers.Where(a => a.Word != word), new Answer(word, Move(step, to))],
    };

    /// <summary>A move to a step of the response; null: the step is said again.</summary>
    public static Move Move(Step step, string? to) => to is null
        ? new Move(MoveKind.Stay, null, null, null, step.Spot)
        : new Move(MoveKind.Step, new Place("respond", to), null, null, step.Spot);

    /// <summary>Lets a step say only this, in both forms.</summary>
    public static Step Says(this Step step, string text) => step with { Wording = new Wording([text], [], null), SayWhen = [] };
}
