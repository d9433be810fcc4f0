using Microsoft.Extensions.Configuration;
using OverdoseBot.Wiring;

namespace OverdoseBot.Channels.Tests.Surge;

/// <summary>How many turns are taken on can be set, within reason.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Usually_512_run_and_8000_wait() =>
        (Read().AtOnce, Read().Waiting).ShouldBe((512, 8_000));

    [Fact]
    public void Both_can_be_set()
    {
        var turns = Read(("Turns:AtOnce", "10"), ("Turns:Waiting", "0"));

        (turns.AtOnce, turns.Waiting).ShouldBe((10, 0));
    }

    [Theory]
    [InlineData("Turns:AtOnce", "0")]
    [InlineData("Turns:AtOnce", "10001")]
    [InlineData("Turns:AtOnce", "many")]
    [InlineData("Turns:Waiting", "-1")]
    [InlineData("Turns:Waiting", "100001")]
    public void One_that_makes_no_sense_is_named_with_what_to_write(string name, string value) =>
        Should.Throw<OptionsException>(() => Read((name, value))).Message.ShouldSatisfyAllConditions(m => m.ShouldStartWith(name), m => m.ShouldContain("such as"));

    private static ReceptionOptions Read(params (string Name, string Value)[] settings) => BotOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection([.. settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)), KeyValuePair.Create("Journal:Connection", (string?)"Data Source=journal.db")]).Build()).Turns;
}
