using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;

namespace OverdoseBot.Chats;

/// <summary>Reads plans. The lines that <c>record</c> writes (<c>&lt;</c>, <c>~</c>, <c>=</c>) are left out.</summary>
public static partial class ChatPlanReader
{
    /// <summary>Reads a plan.</summary>
    /// <exception cref="ChatPlanException">A line is none that a plan may have.</exception>
    public static ChatPlan Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<ChatLine>();
        ChatHeader? header = null;
        var number = 0;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0 || line[0] == '#')
            {
                lines.Add(new ChatLine.Kept(number, line.TrimEnd()));
            }
            else if (header is null)
            {
                header = ChatHeaderReader.Read(line, file, number);
                lines.Add(new ChatLine.Kept(number, line.TrimEnd()));
            }
            else if (line[0] is not ('<' or '='))
            {
                lines.Add(Action(line, file, number));
            }
        }

        return header is null
            ? throw new ChatPlanException(file, number, "There is no header. Begin with a line such as: dialog respond   region US   language en")
            : new ChatPlan(file, header, WithoutDoubledGaps(lines));
    }

    private static ChatLine Action(string line, string file, int number)
    {
        if (line[0] == '>')
        {
            var said = ReadingPattern().Replace(line[1..], string.Empty).Trim();
            return TapPattern().Match(said) is { Success: true } tap
                ? new ChatLine.Taps(number, tap.Groups["label"].Value.Trim(), tap.Groups["step"] is { Success: true } step ? step.Value : null)
                : new ChatLine.Writes(number, said);
        }

        if (LaterPattern().Match(line) is { Success: true } later)
        {
            var amount = int.Parse(later.Groups["n"].Value, CultureInfo.InvariantCulture);
            return new ChatLine.Later(number, line.TrimEnd(), later.Groups["unit"].Value switch
            {
                "s" => TimeSpan.FromSeconds(amount),
                "m" => TimeSpan.FromMinutes(amount),
                _ => TimeSpan.FromHours(amount),
            });
        }

        if (HubPattern().Match(line) is { Success: true } hub)
        {
            return new ChatLine.Hub(number, line.TrimEnd(), Far(hub.Groups["does"].Value, hub.Groups["text"].Value));
        }

        return line[0] != ' ' ? throw Unknown(file, number) : line.Trim() switch
        {
            "tap the call button" => new ChatLine.TapsCall(number),
            "restart the service" => new ChatLine.Restart(number),
            _ => throw Unknown(file, number),
        };
    }

    private static Func<string, Activity> Far(string does, string text) => does switch
    {
        "accepts" => handoff => HandOffEvents.OfStatus(handoff, "accepted"),
        "refuses" => handoff => HandOffEvents.OfStatus(handoff, "failed"),
        "leaves" => handoff => HandOffEvents.OfStatus(handoff, "completed"),
        "is gone" => HandOffEvents.OfLoss,
        _ => handoff => HandOffEvents.OfText(handoff, text),
    };

    private static ChatPlanException Unknown(string file, int number) => new(
        file, number,
        "A line is \"# remark\", \"> words\", \"> [Button]\", \"    tap the call button\", \"    2m later\", \"    the hub accepts\" or \"    restart the service\"; record writes the rest.");

    // Where an answer stood between two empty lines, one of them goes.
    private static ImmutableArray<ChatLine> WithoutDoubledGaps(List<ChatLine> lines) =>
        [.. lines.Where((l, i) => i == 0 || !(IsGap(l) && IsGap(lines[i - 1])))];

    private static bool IsGap(ChatLine line) => line is ChatLine.Kept { Text: "" };

    [GeneratedRegex(@"\s{2,}~(sms)?\s.*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex ReadingPattern();

    [GeneratedRegex(@"^\[(?<label>[^\]@]+)(@\s*(?<step>[a-z/-]+))?\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TapPattern();

    [GeneratedRegex(@"^\s+the hub ((?<does>accepts|refuses|leaves|is gone)|says: (?<text>.*\S))\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HubPattern();

    [GeneratedRegex(@"^\s+(?<n>\d{1,5})(?<unit>[smh]) later\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex LaterPattern();
}
