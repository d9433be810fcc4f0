using System.CommandLine;
using OverdoseBot.Chats;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Verbs;

/// <summary><c>record</c>: plays every chat and writes what the bot says between its lines. Goldens change only so.</summary>
internal static class RecordVerb
{
    public static Command Command()
    {
        var dialogs = Root.Dialogs();
        var folder = new Argument<string>("folder") { Description = "Folder with the .chat files, or one of them.", DefaultValueFactory = _ => "tests/chats" };
        var command = new Command("record", "Plays every .chat file on the web and SMS and rewrites what the bot says in it. Read the difference before you keep it.")
        {
            dialogs, folder,
        };
        command.SetAction((parsed, _) => RunAsync(
            parsed.GetValue(dialogs)!, parsed.GetValue(folder)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(string dialogs, string folder, TextWriter output, TextWriter errors)
    {
        // Without the rules of care: whoever writes a script sees in its chats what a change does before every rule is kept.
        var read = ScriptLibrary.Read(dialogs);
        if (!read.Ok)
        {
            foreach (var fault in read.Faults)
            {
                await errors.WriteLineAsync(FaultPrinter.Print(fault));
            }

            return 1;
        }

        try
        {
            var player = new ChatPlayer(read.Library, Readers.In(dialogs));
            var files = File.Exists(folder) ? [folder] : Directory.GetFiles(folder, "*.chat", SearchOption.AllDirectories);
            Array.Sort(files, StringComparer.Ordinal);
            var (changed, wrong) = (0, 0);
            foreach (var file in files)
            {
                try
                {
                    changed += await RecordAsync(file, player, output) ? 1 : 0;
                }
                catch (ChatPlanException fault)
                {
                    wrong++;
                    await errors.WriteLineAsync(fault.Message);
                }
            }

            await output.WriteLineAsync($"{files.Length} chats, {changed} changed, {wrong} cannot be played.");
            return wrong == 0 ? 0 : 1;
        }
        catch (Exception known) when (known is PhraseBookException or FormatException or IOException)
        {
            await errors.WriteLineAsync(known.Message);
            return 1;
        }
    }

    private static async Task<bool> RecordAsync(string file, ChatPlayer player, TextWriter output)
    {
        var before = await File.ReadAllTextAsync(file);
        var after = await player.PageAsync(ChatPlanReader.Read(before, file));
        if (after == before)
        {
            return false;
        }

        await File.WriteAllTextAsync(file, after);
        await output.WriteLineAsync($"recorded {file}");
        return true;
    }
}
