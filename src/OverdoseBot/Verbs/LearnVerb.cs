using System.CommandLine;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Examples;

namespace OverdoseBot.Verbs;

/// <summary><c>learn</c>: what the second reader knows is made anew from the labelled examples.</summary>
internal static class LearnVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("dialogs") { Description = "Folder with the scripts and examples/.", DefaultValueFactory = _ => "dialogs" };
        var command = new Command("learn", "Learns from the labelled messages in dialogs/examples and writes learned.txt beside them. Run it after every change to them, then record.")
        {
            folder,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(
            parsed.GetValue(folder)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Run(string dialogs, TextWriter output, TextWriter errors)
    {
        try
        {
            var read = ScriptLibrary.Read(dialogs);
            foreach (var fault in read.Faults)
            {
                errors.WriteLine(FaultPrinter.Print(fault));
            }

            if (!read.Ok)
            {
                return 1;
            }

            output.WriteLine("Learning …");
            var (examples, traits) = Lessons.Learn(dialogs, at => read.Library.Find(Place.Parse(at))?.Asks);
            output.WriteLine($"Learned {traits} traits from {examples} examples.");
            return 0;
        }
        catch (Exception known) when (known is FormatException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"Nothing was learned: {known.Message}");
            return 1;
        }
    }
}
