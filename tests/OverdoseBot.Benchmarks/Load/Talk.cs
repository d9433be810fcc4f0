using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>What one person says, from the first to the last, and by which protocol; then somebody else comes.</summary>
/// <param name="Said">Each thing said: the inner part of an activity.</param>
/// <param name="Begin">A conversation of somebody new.</param>
internal sealed record Talk(IReadOnlyList<string> Said, Func<Chat> Begin)
{
    private static readonly string[] _emergency = [.. Benchmarks.Emergency.Said.Select(Inner)];

    /// <summary>An emergency of OverdoseBot, typed and tapped, at <c>POST /api/messages</c>.</summary>
    public static Talk Emergency { get; } = new(_emergency, () => new ConnectorChat());

    /// <summary>The same over Direct Line, where the start comes first and the bot greets.</summary>
    public static Talk Web { get; } = new(["", .. _emergency], () => new WebChat(streams: false));

    /// <summary>The same with a stream, as the page has it.</summary>
    public static Talk Page { get; } = new(["", .. _emergency], () => new WebChat(streams: true));

    /// <summary>A waterfall of a choice, a text, a number and a confirmation.</summary>
    public static Talk Form { get; } = new([.. ((string[])["hi", "1", "Sam Doe", "34", "yes"]).Select(text => $"\"type\":\"message\",\"text\":\"{text}\"")], () => new ConnectorChat());

    private static string Inner(Activity said) =>
        $"\"type\":\"message\",\"text\":\"{said.Text}\"" + (said.Value is JObject tap ? $",\"value\":{tap.ToString(Formatting.None)}" : string.Empty);
}
