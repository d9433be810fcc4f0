using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;
using OverdoseBot.Wiring;

namespace OverdoseBot.Channels.Tests.House;

/// <summary>The keys of the journal: those that cannot be used are named with how to make one, and are never quoted.</summary>
public sealed class JournalKeyTests
{
    private static readonly string _good = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly string _other = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    [Fact]
    public void Without_one_there_are_none() => JournalKeySettings.Read(Settings(("Journal:Key", ""), ("Journal:OldKeys", ""))).ShouldBe(JournalKeys.None);

    [Theory]
    [InlineData("hush hush hush")]
    [InlineData("aHVzaC1odXNo")]
    [InlineData("YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("hushhushhushhushhushhushhushhushhushhushhushhushhushhushhushhush")]
    public void One_that_cannot_be_used_is_told_with_how_to_make_one(string key)
    {
        foreach (var name in (string[])["Journal:Key", "Journal:OldKeys", "Journal:OldKeys:1"])
        {
            var told = Should.Throw<OptionsException>(() => JournalKeySettings.Read(Settings((name, key)))).Message;
            told.ShouldSatisfyAllConditions(
                m => m.ShouldContain(name[..11]), m => m.ShouldEndWith("openssl rand -base64 32"), m => m.ShouldNotContain(key), m => m.ShouldNotContain("hush"));
        }
    }

    [Fact]
    public async Task What_one_key_sealed_is_read_with_it_in_the_list_of_old_ones_and_nothing_of_a_key_is_printed()
    {
        var folder = Directory.CreateTempSubdirectory("overdosebot-keys");
        var connection = $"Data Source={Path.Combine(folder.FullName, "journal.db")}";
        foreach (var (settings, key) in new[] { (Settings(("Journal:Key", _good + "\n")), "in-1"), (Settings(("Journal:Key", _other), ("Journal:OldKeys", $"{_other}, {_good}")), "in-2") })
        {
            var keys = JournalKeySettings.Read(settings);
            await using var journal = await Journals.OpenAsync(connection, TimeProvider.System, NullLoggerFactory.Instance, keys);
            var opened = await journal.BeginAsync("c", key, CancellationToken.None);
            var turn = new TurnEntry("c", opened.Version, key, "record"u8.ToArray(), null, [], null, DateTimeOffset.UnixEpoch, FromPerson: true);
            (await journal.CommitAsync(turn, CancellationToken.None)).ShouldBeOfType<CommitOutcome.Done>();
            (BotOptions.Read(settings) with { Keys = keys }).ToString().ShouldNotContain(_good[..12]);
        }

        folder.Delete(recursive: true);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Append((Name: "Journal:Connection", Value: "Host=db;Username=bot")).ToDictionary(s => s.Name, s => (string?)s.Value)).Build();
}
