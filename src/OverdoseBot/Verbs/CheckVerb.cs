using System.CommandLine;
using OverdoseBot.Scripts.Rules;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>check</c>: are the scripts fit to be served?</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var command = new Command("check", "Reads every script and checks it against every rule. Prints all faults with file, line and remedy.") { dialogs };
        command.SetAction(parsed => Run(parsed.GetValue(dialogs)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string dialogs, TextWriter output, TextWriter errors)
    {
        if (House.Open(dialogs, errors) is not { Library: var library })
        {
            return 1;
        }

        var steps = library.Scripts.Values.Sum(s => s.Steps.Length);
        var status = string.Join(", ", library.Scripts.Values.Select(s => s.ReviewStatus).Distinct().Order());
        output.WriteLine(
            $"ok: {library.Scripts.Count} dialogs, {steps} steps, {library.Asides.Count} asides, {library.Sources.Count} sources, "
            + $"{library.Hazards.Count} hazards, {RuleBook.All.Length} rules. Review status: {status}.");
        return 0;
    }
}
