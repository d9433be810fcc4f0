using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>The turns that lead to a fault, as a <c>.chat</c> plan: <c>record</c> plays it and writes what the bot says.</summary>
internal static class ChatScript
{
    /// <summary>The plan. What a plan cannot say stands in it as a remark.</summary>
    public static string Write(Scene scene, Invariant rule, Finding finding, ImmutableArray<Edge> turns)
    {
        var plan = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"# The shortest chat that breaks safety rule {rule.Number}: {rule.Title}.\n")
            .Append(CultureInfo.InvariantCulture, $"# {Line(finding.Fault)} ({scene.Form} form)\n")
            .Append(CultureInfo.InvariantCulture, $"dialog respond   region {scene.Region.Id.ToUpperInvariant()}   language {scene.Language}{(scene.Hub ? "   hub yes" : "")}\n\n");
        var (now, shown) = (turns[0].Now, ImmutableArray<(string Answer, string Label)>.Empty);
        foreach (var edge in turns)
        {
            if (edge.Now > now)
            {
                plan.Append(CultureInfo.InvariantCulture, $"    {Math.Ceiling((edge.Now - now).TotalSeconds):0}s later\n");
            }

            now = edge.Now;
            plan.Append(Said(scene, edge, shown, edge == turns[^1]));
            shown = edge.Sent.IsEmpty ? shown : edge.Sent[^1].Buttons;
        }

        return plan.ToString();
    }

    private static string Said(Scene scene, Edge edge, ImmutableArray<(string Answer, string Label)> shown, bool last) => edge.Input switch
    {
        { Kind: InputKind.Greet } when last => "    1s later\n",
        { Kind: InputKind.Greet } => "",
        { Kind: InputKind.Clock, Late: var late } => late > TimeSpan.Zero ? "# The clock rings late: the service was away.\n" : "",
        { Kind: InputKind.Hub } => $"    {edge.Input.Shown}\n",
        { Kind: InputKind.CallTap } => "    tap the call button\n",
        { Text: { } text } => $"> {text}\n",
        { Written: { } text } => $"> {text}\n",
        { Kind: InputKind.StaleTap } stale => $"> {stale.Shown}\n",
        { Kind: InputKind.DoubleTap } tap => $"> {tap.Shown[..^" again".Length]}\n",
        { Kind: InputKind.Tap, Answer: { } answer } when !scene.Sms && shown.FirstOrDefault(b => b.Answer == answer) is { Label: { } label } => $"> [{label}]\n",
        { Kind: InputKind.Tap, Answer: { } answer } when scene.Sms && Digit(scene.Library, answer) is { } digit => $"> {digit}\n",
        { Facts: var facts } when facts.Count > 0 && Phrases.Of(scene.Language)?.ByMeaning.GetValueOrDefault(facts.First()) is [var phrase, ..] => $"> {phrase}\n",
        _ => $"# {edge.Input.Shown}\n",
    };

    private static string? Digit(Library library, string answer) =>
        library.Digits.FirstOrDefault(d => d.Key == answer || library.Fact(d.Key) == library.Fact(answer)) is { Key: not null } digit ? digit.Value.ToString() : null;

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
