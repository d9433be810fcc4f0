using System.Globalization;
using OverdoseBot.Channels;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Journal;

namespace OverdoseBot.Wiring;

/// <summary>Settings, with their defaults and ranges (ARCHITECTURE section 6).</summary>
/// <param name="JournalConnection"><c>Journal:Connection</c>: <c>Data Source=…</c> (SQLite) or <c>Host=…</c> (PostgreSQL); default a file in the user's own data folder.</param>
/// <param name="Region"><c>Region</c>: a region of <c>regions.yaml</c>; default <c>us</c>.</param>
/// <param name="Language"><c>Language</c>: BCP 47, of which the scripts speak the language; default <c>en</c>.</param>
/// <param name="Retention"><c>Retention</c>: how long text is kept after a person's last message, 1 minute to 30 days; default 24 hours.</param>
internal sealed record BotOptions(string JournalConnection, string Region, string Language, TimeSpan Retention)
{
    /// <summary>The settings under <c>Sentiment</c>; null: the local gauge is the only one.</summary>
    public OpinionOptions? Opinions { get; init; }

    /// <summary>
    /// How many turns are taken on: <c>Turns:AtOnce</c>, 1 to 10,000, and <c>Turns:Waiting</c>, 0 to 100,000. Who comes then gets the emergency card.
    /// </summary>
    public ReceptionOptions Turns { get; init; } = new();

    /// <summary>
    /// <c>Drain</c>: how long the service still serves after it was asked to stop and says so at <c>/health/serving</c>, at most 10 seconds; default 5
    /// seconds where there may be other replicas, else none.
    /// </summary>
    public TimeSpan Drain { get; init; }

    /// <summary><c>Journal:Key</c> and <c>Journal:OldKeys</c>: what conversations hold is sealed with them before it is kept; default: none.</summary>
    public JournalKeys Keys { get; init; } = JournalKeys.None;

    private static readonly TimeSpan _longestDrain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _usualDrain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(30);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsException">A setting is out of range; the message says what to do.</exception>
    public static BotOptions Read(IConfiguration settings)
    {
        var keep = TimeSpan.FromHours(24);
        if (settings["Retention"] is { } text
            && (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out keep) || keep < _shortest || keep > _longest))
        {
            throw new OptionsException($"Retention is \"{text}\". Write a time from 00:01:00 to 30.00:00:00, such as 24:00:00 or 1.00:00:00.");
        }

        var journal = settings["Journal:Connection"] is { } connection ? JournalSetting.Read(connection) : DefaultJournal();
        return new BotOptions(journal, settings["Region"] ?? "us", settings["Language"] ?? "en", keep)
        {
            Keys = JournalKeySettings.Read(settings),
            Opinions = SentimentSettings.Read(settings),
            Turns = new ReceptionOptions
            {
                AtOnce = Number("Turns:AtOnce", settings["Turns:AtOnce"], ReceptionOptions.UsuallyAtOnce, 1, 10_000),
                Waiting = Number("Turns:Waiting", settings["Turns:Waiting"], ReceptionOptions.UsuallyWaiting, 0, 100_000),
            },
            Drain = DrainOf(settings["Drain"], Journals.IsServer(journal)),
        };
    }

    /// <summary>
    /// Where the key of Direct Line's tokens is kept when it is not set: beside the journal's file. Null where replicas on other machines may share the
    /// journal: a file here would not be theirs.
    /// </summary>
    public string? KeyFile => Journals.IsServer(JournalConnection) ? null : JournalSetting.Name(JournalConnection) + ".key";

    private static TimeSpan DrainOf(string? text, bool replicas) =>
        string.IsNullOrEmpty(text) ? replicas ? _usualDrain : TimeSpan.Zero
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var drain) && drain >= TimeSpan.Zero && drain <= _longestDrain ? drain
        : throw new OptionsException($"Drain is \"{text}\". Write a time from 00:00:00 to 00:00:10, such as 00:00:05.");

    private static int Number(string name, string? text, int usual, int least, int most) =>
        string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new OptionsException(string.Create(CultureInfo.InvariantCulture, $"{name} is \"{text}\". Write a number from {least} to {most}, such as {usual}."));

    private static string DefaultJournal()
    {
        var folder = DefaultFolder();
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new OptionsException($"The folder '{folder}' cannot be made for the journal. Set Journal__Connection, for example to \"Data Source=/data/journal.db\".");
        }

        return $"Data Source={Path.Combine(folder, "journal.db")}";
    }

    // Not made here: a container over PostgreSQL has no folder to write in, and needs none.
    private static string DefaultFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "OverdoseBot");
}

/// <summary>A setting that cannot be used; the message says what to do next.</summary>
/// <param name="message">For the operator.</param>
internal sealed class OptionsException(string message) : Exception(message);
