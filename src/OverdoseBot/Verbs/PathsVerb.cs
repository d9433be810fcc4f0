using System.Collections.Immutable;
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
        var limit = new Option<int>("--limit") { Description = "Stop a walk after so many states; for a quick look.", DefaultValueFactory = _ => PathsRun.Unlimited };
        var command = new Command(
            "paths",
            """
            Drives the real bot through every state that answers, interruptions, taps, clocks and faults can lead to, and
            asserts the safety rules on every message it sends. A broken rule is shown with the shortest chat that breaks it:
            "> " is what someone writes, "~ " how it is read, "< " what the bot sends, then the step and the time gone by.
            The exit code is 1 when a rule is broken.
            """)
        {
            dialogs, form, limit,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(form)!, parsed.GetValue(limit),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string dialogs, string form, int limit, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        if (await House.OpenAsync(dialogs, errors) is not { } house)
        {
            return 1;
        }

        ImmutableArray<bool> forms = form switch { "web" => [false], "sms" => [true], _ => [false, true] };
        var violations = await new PathsRun(house.Library, house.Reader, limit).RunAsync(forms, output, errors, TimeProvider.System, cancel);
        return violations == 0 ? 0 : 1;
    }
}
