using System.CommandLine;
using System.Text;
using OverdoseBot.Printing;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>print</c>: the review book.</summary>
internal static class PrintVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var file = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "review-book.html" };
        var language = new Option<string>("--language") { Description = "The language of the book.", DefaultValueFactory = _ => "en" };
        var region = new Option<string>("--region") { Description = "Whose emergency number and lines stand in the texts.", DefaultValueFactory = _ => "us" };
        var date = new Option<DateOnly?>("--date") { Description = "The day on the title page. Default: today." };
        var command = new Command(
            "print",
            """
            Writes the review book: every dialog as a picture, every step with its texts, lengths, sources and hazards, and boxes
            to sign. One HTML file, no network, no script. For a PDF, print it from a browser:
            chromium --headless --no-pdf-header-footer --print-to-pdf=review-book.pdf review-book.html
            """)
        {
            dialogs, file, language, region, date,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(file)!, parsed.GetValue(language)!, parsed.GetValue(region)!,
            parsed.GetValue(date) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string dialogs, string file, string language, string region, DateOnly date, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { Library: var main })
        {
            return 1;
        }

        if (main.InAllLanguages().FirstOrDefault(l => l.Language == language) is not { } library)
        {
            await errors.WriteLineAsync($"There is no language \"{language}\". Known: {string.Join(", ", main.InAllLanguages().Select(l => l.Language))}.");
            return 1;
        }

        if (!library.Regions.TryGetValue(region, out var where))
        {
            await errors.WriteLineAsync($"There is no region \"{region}\". Known: {string.Join(", ", library.Regions.Keys.Order())}.");
            return 1;
        }

        try
        {
            var html = Book.Write(new BookInput(library, where, date, Fingerprint.Of(dialogs)));
            await File.WriteAllTextAsync(file, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            await output.WriteLineAsync(
                $"Wrote {file}: {library.Scripts.Count} dialogs, {library.Scripts.Values.Sum(s => s.Steps.Length)} steps, {library.Asides.Count} asides, {Encoding.UTF8.GetByteCount(html) / 1024} KB.");
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Cannot write {file}: {wrong.Message}");
            return 1;
        }
    }
}
