using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Paths;

/// <summary>A message that the bot sent, as a client sees it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Step"><c>guide.step</c>.</param>
/// <param name="Kind"><c>guide.kind</c>.</param>
/// <param name="Call"><c>guide.call</c>.</param>
/// <param name="Buttons">Answer words of its buttons, with their labels.</param>
/// <param name="Locale">Its language.</param>
/// <param name="Pace"><c>guide.pace</c>, as it is written.</param>
internal sealed record Sent(string Text, string? Step, string? Kind, string? Call, ImmutableArray<(string Answer, string Label)> Buttons, string? Locale, string? Pace)
{
    /// <summary>True: it offers a line that can be tapped (<c>guide.line</c>).</summary>
    public bool HasLine { get; init; }

    public static Sent From(Activity activity)
    {
        var guide = (activity.ChannelData as JObject)?["guide"];
        var buttons = activity.SuggestedActions?.Actions.Select(a => ((string?)(a.Value as JObject)?["answer"] ?? "", a.Title)) ?? [];
        return new Sent(activity.Text ?? "", (string?)guide?["step"], (string?)guide?["kind"], (string?)guide?["call"], [.. buttons], activity.Locale, guide?["pace"]?.ToString(Formatting.None))
        {
            HasLine = guide?["line"] is not null,
        };
    }
}
