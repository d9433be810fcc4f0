using Microsoft.Extensions.Configuration;
using OverdoseBot.Web;
using OverdoseBot.Wiring;

namespace OverdoseBot.Channels.Tests.House;

/// <summary>In a container whose only writable folder is a volume, nothing is made elsewhere, and a folder that is missing is named with its remedy.</summary>
public sealed class ReadOnlyHomeTests : IDisposable
{
    private const string Home = "XDG_DATA_HOME";
    private readonly string? _before = Environment.GetEnvironmentVariable(Home);

    // No folder can be made beneath a file, not even by root.
    private readonly string _file = Path.GetTempFileName();

    public ReadOnlyHomeTests() => Environment.SetEnvironmentVariable(Home, _file);

    [Fact]
    public void Over_PostgreSQL_with_a_key_no_folder_is_needed()
    {
        var options = BotOptions.Read(Settings(("Journal:Connection", "Host=db;Username=bot")));

        DirectLineSettings.Read(Settings(("DirectLine:SigningKey", new string('k', 32))), options.KeyFile).SigningKey.Length.ShouldBe(32);
    }

    [Fact]
    public void Over_PostgreSQL_without_a_key_the_setting_is_named()
    {
        var options = BotOptions.Read(Settings(("Journal:Connection", "Host=db;Username=bot")));

        Should.Throw<OptionsException>(() => DirectLineSettings.Read(Settings(), options.KeyFile)).Message.ShouldContain("DirectLine:SigningKey is not set");
    }

    [Fact]
    public void Where_the_key_cannot_be_kept_the_setting_is_named() =>
        Should.Throw<OptionsException>(() => DirectLineSettings.Read(Settings(), Path.Combine(_file, "journal.db.key"))).Message.ShouldContain("Set DirectLine:SigningKey");

    [Fact]
    public void Without_a_journal_the_setting_is_named() =>
        Should.Throw<OptionsException>(() => BotOptions.Read(Settings())).Message.ShouldContain("Set Journal__Connection");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Home, _before);
        File.Delete(_file);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
}
