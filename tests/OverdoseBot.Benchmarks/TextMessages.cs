using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Benchmarks;

/// <summary>What an emergency costs by text message, in segments: what providers and phone companies charge for.</summary>
internal static class TextMessages
{
    private static readonly DateTimeOffset _start = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private static readonly (string Language, string[] Said)[] _emergencies =
    [
        ("en", ["hes blue and wont wake up", "6", "got the nose spray", "ok gave it", "", "7", "im calling 911", "gave another one", "hes breathing now", "5", "she woke up", "ambulance is here"]),
        ("es", ["esta azul y no despierta", "6", "tengo el spray", "ya se lo puse", "", "7", "estoy llamando al 911", "le puse otro", "ya respira", "5", "ya desperto", "llego la ambulancia"]),
    ];

    /// <summary>Plays one in each language; where nothing is said, two minutes pass and a clock speaks.</summary>
    public static async Task RunAsync(TurnAdapter adapter)
    {
        foreach (var (language, said) in _emergencies)
        {
            var record = new CaseRecord { Region = "us", Language = language, Sms = true };
            var (at, received, sent) = (_start, new List<string>(), new List<string>());
            foreach (var text in said)
            {
                at = text.Length > 0 ? at + TimeSpan.FromSeconds(10) : record.Alarms[0].Due;
                var result = await adapter.RunAsync(record, Inbound(text), at);
                record = result.Error is null ? result.Record : throw new InvalidOperationException("A turn failed: the figures would be worthless.", result.Error);
                received.AddRange(text.Length > 0 ? [text] : []);
                sent.AddRange(result.Outgoing.Select(a => a.Text));
            }

            Console.WriteLine(
                $"{$"an emergency by text message ({language})",-62} {sent.Sum(t => Gsm7.Segments(t)),3} segments sent in {sent.Count} texts, {received.Sum(t => Gsm7.Segments(t))} received in {received.Count}");
        }
    }

    private static Activity Inbound(string text) => text.Length > 0
        ? new(ActivityTypes.Message) { Text = text, ChannelId = "sms", Conversation = new ConversationAccount { Id = "c" } }
        : new(ActivityTypes.Event) { Name = OverdoseResponseBot.ClockEvent, ChannelId = "sms", Conversation = new ConversationAccount { Id = "c" } };
}
