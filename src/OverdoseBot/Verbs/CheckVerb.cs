using System.CommandLine;
using System.Globalization;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>check</c>: are the scripts fit to be released?</summary>
internal static class CheckVerb
{
    private const string Tests = "tests";

    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var stamp = new Option<string?>("--stamp")
        {
            Description = "Writes \"of:\" into the new parts of a language's translations (es), in the folder of --dialogs or ./dialogs. Read each before you do.",
        };
        var verbose = new Option<bool>("--verbose") { Description = "Prints how long it took, and every control of a hazard that has no proof yet." };
        var command = new Command(
            "check",
            """
            Reads every script and checks it against every rule. Prints all faults with file, line and remedy.
            A human line whose number is due to be checked fails it too; that never keeps the service from starting.
            Scripts that pass are remembered beside the program (dialogs.checked): until one byte of them, or of the program, changes
            the service starts without checking them again.
            """)
        {
            dialogs, stamp, verbose,
        };
        command.SetAction(async parsed =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(stamp) is { } language
                ? StampWriter.Write(parsed.GetResult(dialogs) is { Implicit: false } ? parsed.GetValue(dialogs)! : "dialogs", language, output, errors)
                : await RunAsync(parsed.GetValue(dialogs)!, parsed.GetValue(verbose), TimeProvider.System, output, errors);
        });
        return command;
    }

    private static async Task<int> RunAsync(string dialogs, bool verbose, TimeProvider time, TextWriter output, TextWriter errors)
    {
        var begun = time.GetTimestamp();
        if (await House.OpenAsync(dialogs, errors, anew: true) is not { Library: var library })
        {
            return 1;
        }

        var faults = LineDates.Overdue(library, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (Directory.Exists(Path.Combine(Tests, "chats")))
        {
            faults = faults.AddRange(ProofFiles.Missing(library, Tests));
        }

        foreach (var fault in faults)
        {
            await errors.WriteLineAsync(FaultPrinter.Print(fault));
        }

        if (faults.IsEmpty)
        {
            await output.WriteLineAsync(Summary(library));
        }

        Unproved(library, verbose, output);
        if (verbose)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Checked in {time.GetElapsedTime(begun).TotalSeconds:0.0} s."));
        }

        return faults.IsEmpty ? 0 : 1;
    }

    private static string Summary(Library library)
    {
        var languages = library.InAllLanguages().ToList();
        var status = string.Join(", ", languages.SelectMany(l => l.Scripts.Values).Select(s => s.ReviewStatus).Distinct().Order());
        return $"ok: {library.Scripts.Count} dialogs, {library.AllSteps().Count()} steps, {languages.Sum(l => Said.Written(l).Count())} strings in "
            + $"{languages.Count} {(languages.Count == 1 ? "language" : "languages")}, {library.Regions.Count} regions, {library.Products.Count} products, {library.Lines.Length} lines, "
            + $"{library.Sources.Count} sources, {library.Hazards.Count} hazards, {RuleBook.All.Length} rules. Review status: {status}.";
    }

    private static void Unproved(Library library, bool verbose, TextWriter output)
    {
        var open = library.Hazards.Values.OrderBy(h => h.Spot.Line).SelectMany(h => h.Controls.Where(c => c.Proof.IsEmpty).Select(c => (h.Id, Control: c))).ToList();
        if (open.Count > 0)
        {
            output.WriteLine($"warning: {open.Count} controls of hazards have no proof yet{(verbose ? ":" : " (--verbose names them).")}");
        }

        foreach (var (id, control) in verbose ? open : [])
        {
            output.WriteLine($"  {id}  {control.Text}: {control.Why}");
        }
    }
}
