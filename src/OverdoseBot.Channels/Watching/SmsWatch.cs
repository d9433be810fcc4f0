using OverdoseBot.Journal;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Watching;

/// <summary>What is measured of text messages: how many parts, never which words.</summary>
internal static class SmsWatch
{
    /// <summary>Texts went back in the answer.</summary>
    public static void Replied(IReadOnlyCollection<(string Text, string? Callback)> texts)
    {
        if (Instruments.SmsSegments.Enabled)
        {
            foreach (var (text, _) in texts)
            {
                Sent(text, "reply");
            }
        }
    }

    /// <summary>A text was sent.</summary>
    /// <param name="text">The text; only its length in parts is counted.</param>
    /// <param name="way">reply or prompt.</param>
    public static void Sent(string text, string way)
    {
        if (Instruments.SmsSegments.Enabled)
        {
            Instruments.SmsSegments.Add(Gsm7.Segments(text), new KeyValuePair<string, object?>("way", way));
        }
    }
}
