using OverdoseBot.Wiring;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>The setting <c>Language</c>: as one would write it, or an error at the start that names what there is.</summary>
public sealed class LanguageSettingTests
{
    [Theory]
    [InlineData("es-MX", "es")]
    [InlineData("es_MX", "es")]
    [InlineData("ES", "es")]
    [InlineData("en-US", "en")]
    [InlineData("es", "es")]
    public async Task Of_a_language_with_a_country_the_scripts_speak_the_language(string setting, string language)
    {
        await using var server = await Server.StartAsync(settings: ("Language", setting));
        foreach (var path in new[] { "/", "/guide", "/plan" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Language", "fr-FR");
            using var answer = await server.Http.SendAsync(request);

            ((int)answer.StatusCode).ShouldBe(200, path);
            (await answer.Content.ReadAsStringAsync()).ShouldContain($"<html lang=\"{language}\"", customMessage: path);
        }

        var visitor = await Visitor.StartedAsync(server.Http);
        ((string?)(await visitor.ReadAsync()).Activities[0]["locale"]).ShouldStartWith(language);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("english")]
    [InlineData("-es")]
    [InlineData("")]
    public async Task One_that_no_script_speaks_ends_the_start_and_the_known_ones_are_named(string setting)
    {
        var told = await Should.ThrowAsync<OptionsException>(() => Server.StartAsync(settings: ("Language", setting)));

        told.Message.ShouldBe($"Language is \"{setting}\". Known: en, es.");
    }
}
