using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Benchmarks.Load;

/// <summary>What one person says at <c>POST /api/messages</c> (<c>expectReplies</c>), from the first to the last; then somebody else comes.</summary>
/// <param name="Said">Each thing said: the inner part of an activity.</param>
internal sealed record Talk(IReadOnlyList<string> Said)
{
    /// <summary>An emergency of OverdoseBot, typed and tapped.</summary>
    public static Talk Emergency { get; } = new([.. Benchmarks.Emergency.Said.Select(Inner)]);

    /// <summary>A waterfall of a choice, a text, a number and a confirmation.</summary>
    public static Talk Form { get; } = new([.. ((string[])["hi", "1", "Sam Doe", "34", "yes"]).Select(text => $"\"type\":\"message\",\"text\":\"{text}\"")]);

    /// <summary>The request for one thing said.</summary>
    public byte[] Post(Uri address, string conversation, int turn) => Wire.Post(
        address, "/api/messages",
        $"{{{Said[turn]},\"id\":\"{conversation}-{turn}\",\"channelId\":\"emulator\",\"serviceUrl\":\"http://localhost:9\",\"conversation\":{{\"id\":\"{conversation}\"}},"
        + "\"from\":{\"id\":\"me\",\"role\":\"user\"},\"recipient\":{\"id\":\"bot\",\"role\":\"bot\"},\"deliveryMode\":\"expectReplies\",\"locale\":\"en-us\"}");

    private static string Inner(Activity said) =>
        $"\"type\":\"message\",\"text\":\"{said.Text}\"" + (said.Value is JObject tap ? $",\"value\":{tap.ToString(Formatting.None)}" : string.Empty);
}
