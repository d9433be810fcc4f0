using System.CommandLine;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
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
            var (examples, traits) = Lessons.Learn(
                dialogs, new Readers(PhraseBooks.In(dialogs)), at => read.Library.Find(Place.Parse(at)) is { } step ? Hearing.Question(step, read.Library) : null, Shown(read.Library));
            output.WriteLine($"Learned {traits} traits from {examples} examples.");
            return 0;
        }
        catch (Exception known) when (known is FormatException or PhraseBookException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"Nothing was learned: {known.Message}");
            return 1;
        }
    }

    private static IEnumerable<(string At, string Text, string Answer, string Fact, string Language)> Shown(Library library) =>
        from language in library.InAllLanguages()
        from script in language.Scripts.Values.OrderBy(s => s.Dialog, StringComparer.Ordinal)
        from step in script.Steps
        from choice in step.Choices.Concat(step.SayWhen.SelectMany(v => v.Choices ?? []))
        from text in (string?[])[choice.Web, choice.Sms, choice.Sms?.ToUpperInvariant()]
        where text is not null
        select (step.Place.ToString(), text, choice.Answer, language.Fact(choice.Answer), language.Language);
}
