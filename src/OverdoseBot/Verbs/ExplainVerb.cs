using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>explain</c>: how a message is read at a step, and why.</summary>
internal static class ExplainVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var at = new Option<string>("--at") { Description = "The step the person answers.", DefaultValueFactory = _ => "respond/start" };
        var language = new Option<string>("--language") { Description = "The language of the chat so far.", DefaultValueFactory = _ => "en" };
        var json = new Option<bool>("--json") { Description = "One JSON object a line, for programs." };
        var text = new Argument<string?>("text") { Description = "What the person wrote. Without it, one message a line is read from standard input.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Shows how a message is read at a step: the answer, the facts, the intent, the distress, and why.") { dialogs, at, language, json, text };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(at)!, parsed.GetValue(language)!, parsed.GetValue(json), parsed.GetValue(text),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string dialogs, string at, string language, bool json, string? text, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { } house)
        {
            return 1;
        }

        if (Step(house.Library, at) is not { } step)
        {
            await errors.WriteLineAsync($"There is no step \"{at}\". Steps are named dialog/step, for example: {string.Join(", ", Steps(house.Library).Take(6))}.");
            return 1;
        }

        if (house.Library.In(language).Language != language)
        {
            await errors.WriteLineAsync($"There is no language \"{language}\". Known: {string.Join(", ", house.Library.InAllLanguages().Select(l => l.Language))}.");
            return 1;
        }

        var asked = Hearing.Question(step, house.Library);
        if (text is not null)
        {
            Print(house.Reader.Read(text, asked, language), json, output);
            return 0;
        }

        await ReadAsync(Console.In, !Console.IsInputRedirected, line => Print(house.Reader.Read(line, asked, language), json, output), errors, cancel);
        return 0;
    }

    /// <summary>Explains one message a line. Where somebody sits at the keyboard, it says first what it waits for.</summary>
    internal static async Task ReadAsync(TextReader input, bool typed, Action<string> explain, TextWriter errors, CancellationToken cancel)
    {
        if (typed)
        {
            await errors.WriteLineAsync("Type what a person wrote, one message a line. Ctrl+D (Windows: Ctrl+Z, then Enter) ends it.");
        }

        while (await input.ReadLineAsync(cancel) is { } line)
        {
            explain(line);
        }
    }

    private static Step? Step(Library library, string at)
    {
        try
        {
            return library.Find(Place.Parse(at));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<Place> Steps(Library library) => library.Scripts.Values.SelectMany(s => s.Steps).Select(s => s.Place);

    private static void Print(Reading reading, bool json, TextWriter output)
    {
        var answer = reading.Answer ?? "unclear";
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new Explained(answer, reading.Facts, reading.Intent, reading.Distress, reading.Language), ExplainContext.Relaxed.Explained));
            return;
        }

        output.WriteLine($"answer: {answer}   facts: {string.Join(", ", reading.Facts)}   intent: {reading.Intent}   distress: {reading.Distress}");
        output.WriteLine($"heard: {string.Join(", ", reading.Heard)}");
        foreach (var why in reading.Why)
        {
            output.WriteLine($"  {why}");
        }
    }
}

internal sealed record Explained(string Answer, IReadOnlyList<string> Facts, string Intent, string Distress, string Language);

[JsonSerializable(typeof(Explained))]
internal sealed partial class ExplainContext : JsonSerializerContext
{
    /// <summary>Spanish and emoji stay readable.</summary>
    public static ExplainContext Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
