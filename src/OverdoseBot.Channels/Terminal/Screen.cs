using System.Collections.Frozen;
using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Terminal;

/// <summary>Draws what a phone would show: the message, the call button, the clock, the beat, the choices.</summary>
internal sealed class Screen(TextWriter output, Library library, bool sms)
{
    private readonly Lock _drawing = new();
    private readonly FrozenDictionary<string, string> _words = library.Words;

    /// <summary>The choices now on screen, by letter.</summary>
    public IReadOnlyList<CardAction> Choices { get; private set; } = [];

    /// <summary>Writes a line of the terminal's own words (<c>words/en.yaml</c>).</summary>
    public void Word(string key, params (string Name, string Value)[] values)
    {
        lock (_drawing)
        {
            output.WriteLine(Fill(key, values));
            output.Flush();
        }
    }

    /// <summary>Draws messages, newest last.</summary>
    public void Show(IReadOnlyList<Activity> messages, DateTimeOffset now)
    {
        lock (_drawing)
        {
            foreach (var message in messages.Where(m => m.Type == ActivityTypes.Message))
            {
                Draw(message, now);
            }

            output.Flush();
        }
    }

    private void Draw(Activity message, DateTimeOffset now)
    {
        output.WriteLine();
        output.WriteLine($"{now.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} < {message.Text}");
        Choices = message.SuggestedActions?.Actions is { } actions ? [.. actions] : [];
        if (sms)
        {
            var septets = Gsm7.Septets(message.Text) ?? message.Text.Length;
            Line("chat.segments", ("septets", Number(septets)), ("segments", Number(Gsm7.Segments(message.Text))));
            return;
        }

        DrawGuide((message.ChannelData as JObject)?["guide"] as JObject, now);
        if (Choices.Count > 0)
        {
            Line("chat.choices");
            for (var i = 0; i < Choices.Count; i++)
            {
                output.WriteLine($"      {(char)('a' + i)}  {Choices[i].Title}");
            }
        }
    }

    private void DrawGuide(JObject? guide, DateTimeOffset now)
    {
        if ((string?)guide?["call"] is { } number)
        {
            Line("chat.call", ("number", number));
        }

        if (guide?["pace"] is JObject pace)
        {
            Line("chat.beat", ("rate", (string)pace["perMinute"]!), ("beat", string.Join(' ', Enumerable.Repeat("*", 10))));
        }

        if (guide?["clock"] is JObject clock)
        {
            var left = DateTimeOffset.Parse((string)clock["due"]!, CultureInfo.InvariantCulture) - now;
            Line("chat.clock", ("left", (left < TimeSpan.Zero ? TimeSpan.Zero : left).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)));
        }

        if (guide?["line"] is JObject line)
        {
            Line("chat.line", ("name", (string)line["name"]!), ("call", (string)line["call"]!));
        }
    }

    private void Line(string key, params (string Name, string Value)[] values) => output.WriteLine("    " + Fill(key, values));

    private string Fill(string key, (string Name, string Value)[] values) =>
        values.Aggregate(_words[key], (text, v) => text.Replace("{" + v.Name + "}", v.Value, StringComparison.Ordinal));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
