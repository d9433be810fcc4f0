using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Speech;

/// <summary>A text that was taken apart says what the text itself says, whatever is known of who lies there, the first time and later.</summary>
public sealed partial class TemplateTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_text_is_filled_as_it_is_written(string language)
    {
        var library = Shipped.Library.In(language);
        var facts = library.Pieces.Values.SelectMany(p => p.Rows).Select(r => r.When).Distinct().Prepend(string.Empty).ToList();
        var texts = library.Scripts.Values.SelectMany(s => s.Steps).SelectMany(s => s.Wording.Say.Concat(s.Wording.Sms)).Append(library.CallLine.Full).ToList();
        foreach (var fact in facts.Concat(facts))
        {
            foreach (var text in texts)
            {
                Template.Fill(text, library, f => f == fact, Filling).ShouldBe(Hole().Replace(Pieces.Fill(text, library, f => f == fact), hole => Filling(hole.Groups[1].Value) ?? hole.Value));
            }
        }
    }

    [Fact]
    public void What_nothing_fills_stays_and_what_fills_is_not_looked_into() =>
        Template.Fill("{law} and {emergency}, {Not} {one}", Shipped.Library, _ => false, Filling).ShouldBe("{law} and <{emergency}>, {Not} <{one}>");

    private static string? Filling(string name) => name == "law" ? null : $"<{{{name}}}>";

    [GeneratedRegex(@"\{([a-z0-9.-]+)\}")]
    private static partial Regex Hole();
}
