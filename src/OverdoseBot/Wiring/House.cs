using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Reading;
using OverdoseBot.Understanding;

namespace OverdoseBot.Wiring;

/// <summary>The parts of the program, put together once. A bad script cannot get this far.</summary>
internal sealed record House(Library Library, Readers Reader, TurnAdapter Adapter)
{
    /// <summary>Reads and checks the scripts and, beside that, compiles the phrases; null after every fault has been printed.</summary>
    /// <param name="dialogs">The folder.</param>
    /// <param name="errors">Where faults are printed.</param>
    /// <param name="anew">Whether scripts that passed before, and have not changed since, are checked again.</param>
    public static async Task<House?> OpenAsync(string dialogs, TextWriter errors, bool anew = false)
    {
        var phrases = Task.Run(() => Phrases(dialogs));
        var known = CheckedScripts.BesideTheProgram;
        var loaded = anew ? ScriptLibrary.LoadAnew(dialogs, known) : ScriptLibrary.Load(dialogs, known);
        var (reader, wrong) = await phrases;
        foreach (var line in loaded.Faults.Select(f => FaultPrinter.Print(f)).Concat(wrong))
        {
            await errors.WriteLineAsync(line);
        }

        var lost = loaded.Ok && reader is not null ? PhrasePlaces.Unknown(reader.Places, loaded.Library) : [];
        foreach (var fault in lost)
        {
            await errors.WriteLineAsync($"dialogs/{fault}");
        }

        if (loaded.Ok && reader is not null && lost.Count == 0)
        {
            return Build(loaded.Library, reader);
        }

        await errors.WriteLineAsync($"{loaded.Faults.Length + wrong.Count + lost.Count} faults. Nothing is served until they are mended.");
        return null;
    }

    /// <summary>The bot over a library.</summary>
    public static House Build(Library library, Readers reader) =>
        new(library, reader, new TurnAdapter(library, new OverdoseResponseBot(library, reader)));

    /// <summary>Runs turns over a journal.</summary>
    public TurnRunner Runner(IJournal journal, BotOptions options, TimeProvider time, ILoggerFactory logs, OpenQuestions? questions = null, bool hub = false, bool noReminders = false, Uri? pages = null, KnowledgeTally? knowledge = null) =>
        new(journal, Adapter, Library, time, new CaseDefaults(options.Region, Language(options)) { Hub = hub, NoReminders = noReminders, Pages = pages }, logs.CreateLogger<TurnRunner>(), questions, knowledge);

    /// <summary>The region of the settings.</summary>
    /// <exception cref="OptionsException">The scripts do not know it.</exception>
    public Region Region(BotOptions options) => Library.Regions.TryGetValue(options.Region, out var region)
        ? region
        : throw new OptionsException($"Region is \"{options.Region}\". Known: {string.Join(", ", Library.Regions.Keys.Order())}.");

    /// <summary>The language of the settings, as the scripts call it: of <c>es-MX</c> they speak <c>es</c>.</summary>
    /// <exception cref="OptionsException">The scripts do not speak it.</exception>
    public string Language(BotOptions options) => options.Language.Split('-', '_')[0].Trim().ToLowerInvariant() is var language && Library.In(language).Language == language
        ? language
        : throw new OptionsException($"Language is \"{options.Language}\". Known: {string.Join(", ", Library.InAllLanguages().Select(l => l.Language))}.");

    private static (Readers? Reader, IReadOnlyList<string> Faults) Phrases(string dialogs)
    {
        try
        {
            return (Readers.In(dialogs), []);
        }
        catch (FormatException unlearned)
        {
            return (null, [$"dialogs/examples: {unlearned.Message}"]);
        }
        catch (PhraseBookException faults)
        {
            return (null, [.. faults.Faults.Select(f => $"dialogs/{f}")]);
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            return (null, [$"The phrases cannot be read: {lost.Message} Put the file back: without it the bot understands nobody."]);
        }
    }
}
