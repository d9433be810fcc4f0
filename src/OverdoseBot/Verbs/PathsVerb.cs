using System.CommandLine;
using OverdoseBot.Paths;
using OverdoseBot.Wiring;

namespace OverdoseBot.Verbs;

/// <summary><c>paths</c>: is the response safe on every path?</summary>
internal static class PathsVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var form = new Option<string>("--form") { Description = "Which form of messages to walk: web, sms or both.", DefaultValueFactory = _ => "both" };
        form.AcceptOnlyFromAmong("web", "sms", "both");
        var region = new Option<string[]>("--region") { Description = "Walk only in this region; may be given more than once." };
        var language = new Option<string[]>("--language") { Description = "Walk only in this language; may be given more than once." };
        var limit = new Option<int>("--limit") { Description = "Stop a scene's walk after so many states; for a quick look.", DefaultValueFactory = _ => PathsRun.Unlimited };
        var chat = new Option<string?>("--out") { Description = "Write the shortest chat that breaks a rule to this file, as a plan that record plays." };
        var golden = new Option<string?>("--golden") { Description = "Compare where everything leads with this summary and print what differs." };
        var write = new Option<string?>("--write-golden") { Description = "Write that summary." };
        var command = new Command(
            "paths",
            """
            Drives the real bot through every state that answers, interruptions, taps, clocks and faults can lead to, in every
            language, region and form, and asserts the safety rules on every message it sends. A broken rule is shown with the
            shortest chat that breaks it: "> " is what someone writes, "~ " how it is read, "< " what the bot sends, then the
            step and the time gone by. The exit code is 1 when a rule is broken or the summary differs.
            """)
        {
            dialogs, form, region, language, limit, chat, golden, write,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (await House.OpenAsync(parsed.GetValue(dialogs)!, errors) is not { } house)
            {
                return 1;
            }

            bool[] forms = parsed.GetValue(form) switch { "web" => [false], "sms" => [true], _ => [false, true] };
            var outings = Plan.Of(house.Library, parsed.GetValue(region) ?? [], parsed.GetValue(language) ?? [], forms);
            if (outings.IsEmpty)
            {
                errors.WriteLine($"No scene is so. Regions: {string.Join(", ", house.Library.Regions.Keys.Order())}. Languages: {string.Join(", ", house.Library.InAllLanguages().Select(l => l.Language))}.");
                return 1;
            }

            var order = new PathsOrder(outings, parsed.GetValue(limit), parsed.GetValue(chat), parsed.GetValue(golden), parsed.GetValue(write));
            if (PathsFiles.Wrong(order) is { } wrong)
            {
                await errors.WriteLineAsync(wrong);
                return 1;
            }

            try
            {
                return await order.RunAsync(house.Reader, output, errors, TimeProvider.System, cancel) == 0 ? 0 : 1;
            }
            catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
            {
                await errors.WriteLineAsync($"A file of the walk cannot be read or written: {lost.Message}");
                return 1;
            }
        });
        return command;
    }
}
