using System.Text.Json;
using System.Text.Json.Serialization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>What the script of the page is told: strings and script text, never code. The default encoder writes no "&lt;".</summary>
/// <param name="Lang">BCP 47 language, for read-aloud.</param>
/// <param name="Region">Region id.</param>
/// <param name="Emergency">The emergency number as the page says it: a chat that knows better puts its own there.</param>
/// <param name="Words">Strings that are not in the HTML, by name without <c>page.</c></param>
/// <param name="Clocks">What each dialog clock will ask, by clock: shown if it is due while there is no connection.</param>
/// <param name="Start">The first step: the page can take the first tap before the connection stands.</param>
internal sealed record PageData(string Lang, string Region, string Emergency, SortedDictionary<string, string> Words, SortedDictionary<string, string> Clocks, PageStart Start)
{
    public string Json() => JsonSerializer.Serialize(this, PageJson.Default.PageData);
}

/// <summary>The first step.</summary>
internal sealed record PageStart(string Step, string Text, PageChoice[] Choices)
{
    public static PageStart Of(Step step, Func<string, string> fill) => new(
        step.Place.ToString(), string.Join(' ', step.Wording.Say.Select(fill)), [.. step.Choices.Select(c => new PageChoice(c.Answer, fill(c.Web)))]);
}

/// <summary>A button.</summary>
internal sealed record PageChoice(string Answer, string Title);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageData))]
internal sealed partial class PageJson : JsonSerializerContext;
