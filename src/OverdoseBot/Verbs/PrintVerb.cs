using System.CommandLine;
using System.Text;
using OverdoseBot.Channels.Sms;
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
        var language = new Option<string?>("--language") { Description = "The only language of the book. Default: all, one after the other at every step." };
        var region = new Option<string>("--region") { Description = "Whose emergency number and lines stand in the texts.", DefaultValueFactory = _ => "us" };
        var date = new Option<DateOnly?>("--date") { Description = "The day on the title page. Default: today." };
        var fallback = new Option<string?>("--sms-fallback")
        {
            Description = "Writes, in place of the book, what a provider answers to text messages while the service is down: a TwiML file a region and language, into this folder.",
        };
        var command = new Command(
            "print",
            """
            Writes the review book: every dialog as a picture, every step with its texts, lengths, sources and hazards, and boxes
            to sign. One HTML file, no network, no script. For a PDF, print it from a browser:
            chromium --headless --no-pdf-header-footer --print-to-pdf=review-book.pdf review-book.html
            """)
        {
            dialogs, file, language, region, date, fallback,
        };
        command.SetAction((parsed, cancel) => parsed.GetValue(fallback) is { } folder
            ? FallbackAsync(parsed.GetValue(dialogs)!, folder, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel)
            : RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(file)!, parsed.GetValue(language), parsed.GetValue(region)!,
            parsed.GetValue(date) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> FallbackAsync(string dialogs, string folder, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { Library: var library })
        {
            return 1;
        }

        try
        {
            Directory.CreateDirectory(folder);
            var files = FallbackFile.All(library).ToList();
            foreach (var file in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, file.Name), file.TwiML, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            }

            await output.WriteLineAsync($"Wrote {files.Count} files to {folder}.");
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Cannot write to {folder}: {wrong.Message}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(
        string dialogs, string file, string? language, string region, DateOnly date, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { Library: var main })
        {
            return 1;
        }

        if (language is not null && main.In(language).Language != language)
        {
            await errors.WriteLineAsync($"There is no language \"{language}\". Known: {string.Join(", ", main.InAllLanguages().Select(l => l.Language))}.");
            return 1;
        }

        if (!main.Regions.ContainsKey(region))
        {
            await errors.WriteLineAsync($"There is no region \"{region}\". Known: {string.Join(", ", main.Regions.Keys.Order())}.");
            return 1;
        }

        try
        {
            var html = Book.Write(BookInput.Of(main, language, region, date, Fingerprint.Of(dialogs)));
            await File.WriteAllTextAsync(file, html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
            await output.WriteLineAsync(
                $"Wrote {file}: {main.Scripts.Count} dialogs, {main.Scripts.Values.Sum(s => s.Steps.Length)} steps, {main.Asides.Count} asides, {Encoding.UTF8.GetByteCount(html) / 1024} KB.");
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Cannot write {file}: {wrong.Message}");
            return 1;
        }
    }
}
