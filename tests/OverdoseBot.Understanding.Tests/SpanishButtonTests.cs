using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Who types what a Spanish button says, or the word a Spanish SMS asks for, is read as if he had tapped it, with accents or without.</summary>
public sealed class SpanishButtonTests
{
    private static readonly Lazy<IReadOnlyList<Step>> s_steps = new(() =>
        [.. ScriptLibrary.Read(Home.Of("dialogs")).Library!.In("es").Scripts.Values.OrderBy(script => script.Dialog, StringComparer.Ordinal).SelectMany(script => script.Steps)]);

    [Fact]
    public void EveryButtonTypedIsItsAnswer()
    {
        var wrong = new List<string>();
        foreach (var (step, button) in s_steps.Value.SelectMany(step => Dialogs.Buttons(step).Select(button => (step, button))))
        {
            foreach (var text in new[] { button.Web, button.Sms }.OfType<string>().SelectMany(t => new[] { t, Plain(t) }).Distinct())
            {
                var reading = Home.Readers.Read(text, Dialogs.Of(step), "es");
                if (!Dialogs.IsAnswered(reading, button.Answer) || reading.Language != "es")
                {
                    wrong.Add($"{step.Place} \"{text}\" want {button.Answer} got {reading.Answer ?? "null"} [{string.Join(' ', reading.Heard)}] {reading.Language} | {string.Join("; ", reading.Why)}");
                }
            }
        }

        wrong.Distinct().ShouldBeEmpty();
    }

    // The words that the Spanish SMS asks for: "Manda PLAN", "NARIZ o AGUJA", "LUEGO", "SE ENCARGAN".
    [Theory]
    [InlineData("respond/start", "PLAN", "planning")]
    [InlineData("naloxone/kind", "NARIZ", "nasal")]
    [InlineData("naloxone/kind", "AGUJA", "injection")]
    [InlineData("naloxone/kind", "LUEGO", "coming")]
    [InlineData("respond/breaths", "NARIZ", "nasal")]
    [InlineData("respond/breaths", "AGUJA", "injection")]
    [InlineData("respond/compressions", "NARIZ", "nasal")]
    [InlineData("respond/compressions", "AGUJA", "injection")]
    [InlineData("respond/handover", "SE ENCARGAN", "taken-over")]
    [InlineData("respond/handover", "YA SE ENCARGAN", "taken-over")]
    [InlineData("respond/awake", "NO RESPIRA", "none")]
    public void EveryWordAskedForIsItsAnswer(string at, string word, string answer)
    {
        foreach (var text in new[] { word, word.ToLowerInvariant(), $" {word}. " })
        {
            var reading = Home.Readers.Read(text, Dialogs.At(at), "es");
            (reading.Answer, reading.Language).ShouldBe((answer, "es"), text);
        }
    }

    [Fact]
    public void NoRespiraIsHeardAtEveryStep() =>
        s_steps.Value.Where(step => !Home.Readers.Read("NO RESPIRA", Dialogs.Of(step), "es").Facts.Contains("stopped-breathing")).Select(step => step.Place).ShouldBeEmpty();

    // As thumbs write it.
    private static string Plain(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
