using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>
/// The SMS form: every message one GSM-7 segment. What stands in front gives way in a fixed order until the message fits:
/// the calling question, the full call line, the step's longer wording; then asides that may stand alone go ahead of it.
/// </summary>
public static class SmsForm
{
    /// <summary>Composes the messages; the caller checks that they fit (the checker proves it before serving).</summary>
    public static Composed Compose(
        Heading heading, CallWords call, Wording wording, ImmutableArray<Choice> choices, FrozenDictionary<string, char> digits, string replyList)
    {
        var rest = wording.SmsOrSay.IsEmpty ? [] : wording.SmsOrSay.RemoveAt(0);
        var listed = rest.IsEmpty;
        foreach (var split in new[] { false, true })
        {
            var ahead = split ? heading.Asides.Where(a => !a.Joined) : [];
            var joined = split ? heading.Asides.Where(a => a.Joined) : heading.Asides;
            foreach (var attempt in Attempts(heading.Call, call, wording))
            {
                var text = Join([
                    heading.Lead, attempt.CallText, .. joined.Select(a => a.Wording.SmsOrSay[0]), attempt.Body,
                    listed ? List(choices, attempt.Ask, digits, replyList) : null]);
                if (Gsm7.FitsOne(text) || (split && attempt.Last))
                {
                    ImmutableArray<string> all = [.. ahead.Select(a => a.Wording.SmsOrSay[0]), .. NotEmpty(text), .. rest];
                    if (!listed)
                    {
                        all = all.SetItem(all.Length - 1, Join([all[^1], List(choices, null, digits, replyList)]));
                    }

                    return new Composed(all, choices, attempt.Ask is not null && listed);
                }
            }
        }

        throw new InvalidOperationException("Unreachable: the last attempt is always taken.");
    }

    private static IEnumerable<Attempt> Attempts(CallHeading heading, CallWords call, Wording wording)
    {
        var first = wording.SmsOrSay.IsEmpty ? null : wording.SmsOrSay[0];
        string?[] bodies = wording.Brief is null ? [first] : [first, wording.Brief];
        if (heading == CallHeading.None)
        {
            return bodies.Select((b, i) => new Attempt(null, null, b, i == bodies.Length - 1));
        }

        return bodies.SelectMany((b, i) => (Attempt[])(heading == CallHeading.Full
            ?
            [
                new(call.Full, call.Ask, b, false), new(call.Full, null, b, false),
                new(call.Reminder, call.Ask, b, false), new(call.Reminder, null, b, i == bodies.Length - 1),
            ]
            : [new(call.Reminder, null, b, i == bodies.Length - 1)]));
    }

    private static string? List(ImmutableArray<Choice> choices, Choice? ask, FrozenDictionary<string, char> digits, string replyList)
    {
        var labels = choices.Append(ask).Where(c => c?.Sms is not null && digits.ContainsKey(c.Answer))
            .Select(c => $"{digits[c!.Answer]} {c.Sms}").Distinct().ToList();
        return labels.Count == 0 ? null : replyList.Replace("{list}", string.Join(", ", labels), StringComparison.Ordinal);
    }

    private static string Join(IEnumerable<string?> parts) => string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));

    private static IEnumerable<string> NotEmpty(string text) => text.Length == 0 ? [] : [text];

    private sealed record Attempt(string? CallText, Choice? Ask, string? Body, bool Last);
}
