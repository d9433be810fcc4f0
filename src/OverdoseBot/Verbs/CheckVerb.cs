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
        var stamp = new Option<string?>("--stamp")
        {
            Description = "Writes \"of:\" into the new parts of a language's translations (es), in the folder of --dialogs or ./dialogs. Read each before you do.",
        };
        var command = new Command("check", "Reads every script and checks it against every rule. Prints all faults with file, line and remedy.") { dialogs, stamp };
        command.SetAction(parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(stamp) is { } language
                ? StampWriter.Write(parsed.GetResult(dialogs) is { Implicit: false } ? parsed.GetValue(dialogs)! : "dialogs", language, output, errors)
                : Run(parsed.GetValue(dialogs)!, output, errors);
        });
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
