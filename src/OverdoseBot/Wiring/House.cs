using OverdoseBot.Bot;
using OverdoseBot.Channels;
using OverdoseBot.Journal;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Wiring;

/// <summary>The parts of the program, put together once. A bad script cannot get this far.</summary>
internal sealed record House(Library Library, Readers Reader, TurnAdapter Adapter)
{
    /// <summary>Reads and checks the scripts; null after every fault has been printed.</summary>
    public static House? Open(string dialogs, TextWriter errors)
    {
        var loaded = ScriptLibrary.Load(dialogs);
        if (!loaded.Ok)
        {
            foreach (var fault in loaded.Faults)
            {
                errors.WriteLine(FaultPrinter.Print(fault));
            }

            errors.WriteLine($"{loaded.Faults.Length} faults. Nothing is served until they are mended.");
            return null;
        }

        return Words(dialogs, errors) is { } books ? Build(loaded.Library, new Readers(books)) : null;
    }

    /// <summary>The bot over a library.</summary>
    public static House Build(Library library, Readers reader) =>
        new(library, reader, new TurnAdapter(library, new OverdoseResponseBot(library, reader)));

    /// <summary>Runs turns over a journal.</summary>
    public TurnRunner Runner(IJournal journal, BotOptions options, TimeProvider time, ILoggerFactory logs) =>
        new(journal, Adapter, Library, time, new CaseDefaults(options.Region, options.Language), logs.CreateLogger<TurnRunner>());

    /// <summary>The region of the settings.</summary>
    /// <exception cref="OptionsException">The scripts do not know it.</exception>
    public Region Region(BotOptions options) => Library.Regions.TryGetValue(options.Region, out var region)
        ? region
        : throw new OptionsException($"Region is \"{options.Region}\". Known: {string.Join(", ", Library.Regions.Keys.Order())}.");

    private static IReadOnlyList<PhraseBook>? Words(string dialogs, TextWriter errors)
    {
        try
        {
            return PhraseBooks.In(dialogs);
        }
        catch (PhraseBookException faults)
        {
            foreach (var fault in faults.Faults)
            {
                errors.WriteLine($"dialogs/{fault}");
            }
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"The phrases cannot be read: {lost.Message} Put the file back: without it the bot understands nobody.");
        }

        return null;
    }
}
