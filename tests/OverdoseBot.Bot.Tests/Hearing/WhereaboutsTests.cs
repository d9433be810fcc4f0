namespace OverdoseBot.Bot.Tests.Hearing;

/// <summary>When the language of a conversation changes: people mix words in, and nobody is told what to do in a language they may not read.</summary>
public sealed class WhereaboutsTests
{
    [Theory]
    [InlineData("es", "ayuda")]
    [InlineData("en", "help")]
    [InlineData("es en", "ayuda", "hes not waking up")]
    [InlineData("en es", "help", "no despierta y respira lento")]
    public async Task The_first_word_and_any_two_words_of_a_language_change_it(string languages, params string[] texts) =>
        (await LanguagesAsync(texts)).ShouldBe(languages.Split(' '));

    [Theory]
    [InlineData("es es es es", "no despierta", "help", "no respira", "please")]
    [InlineData("en en en", "she wont wake up", "nada", "not breathing")]
    [InlineData("en en", "someone overdosed", "si")]
    public async Task One_word_of_another_language_in_between_changes_nothing(string languages, params string[] texts) =>
        (await LanguagesAsync(texts)).ShouldBe(languages.Split(' '));

    [Theory]
    [InlineData("en en es", "help", "respira", "ronca")]
    [InlineData("en en en es", "help", "respira", "5", "ronca")]
    public async Task One_word_and_one_more_do(string languages, params string[] texts) =>
        (await LanguagesAsync(texts)).ShouldBe(languages.Split(' '));

    private static async Task<string[]> LanguagesAsync(string[] texts)
    {
        var (record, languages) = (Given.At("respond/start"), new List<string>());
        foreach (var text in texts)
        {
            record = (await Shipped.Adapter().RunAsync(record, Given.Text(text), Given.Now.AddMinutes(languages.Count))).Record;
            languages.Add(record.Language);
        }

        return [.. languages];
    }
}
