using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>
/// The SMS form: every message one GSM-7 segment; parts of a step are numbered, because they may arrive in any order. What stands in front
/// gives way in a fixed order until the message fits: the calling question, the full call line, the step's longer wording; then asides that may stand alone go behind it, or ahead of it
/// when they cannot wait. The call line heads the first message in any case.
/// </summary>
public static class SmsForm
{
    /// <summary>Composes the messages; the caller checks that they fit (the checker proves it before serving).</summary>
    /// <param name="heading">What stands in front.</param>
    /// <param name="call">The call line's words.</param>
    /// <param name="wording">The step's words.</param>
    /// <param name="choices">Its choices.</param>
    /// <param name="digits">Digits by answer word.</param>
    /// <param name="replyList">How the list of answers is introduced.</param>
    /// <param name="listMayGo">True for words that need no answer (a prompt, a "how"): the list of answers is left out when it does not fit.</param>
    public static Composed Compose(
        Heading heading, CallWords call, Wording wording, ImmutableArray<Choice> choices, FrozenDictionary<string, char> digits, string replyList,
        bool listMayGo = false)
    {
        var rest = wording.SmsOrSay.IsEmpty ? [] : wording.SmsOrSay.RemoveAt(0);
        var listed = rest.IsEmpty;
        string? Part(int number) => listed ? null : $"({number}/{rest.Length + 1})";
        foreach (var split in new[] { false, true })
        {
            var apart = split ? heading.Asides.Where(a => !a.Joined).ToList() : [];
            var joined = split ? heading.Asides.Where(a => a.Joined) : heading.Asides;
            IEnumerable<string> Apart(bool ahead) => apart.Where(a => a.Ahead == ahead)
                .Select((a, i) => Join([ahead && i == 0 && heading.Call != CallHeading.None ? call.Reminder : null, a.Wording.SmsOrSay[0]]));

            foreach (var attempt in Attempts(heading.Call, call, wording, listMayGo))
            {
                var text = Join([
                    heading.Lead, attempt.CallText, .. joined.Select(a => a.Wording.SmsOrSay[0]), attempt.Body,
                    listed && attempt.Listed ? List(choices, attempt.Ask, digits, replyList) : null, Part(1)]);
                if (Gsm7.FitsOne(text) || (split && attempt.Last))
                {
                    var further = rest.Select((t, i) => Join([t, i == rest.Length - 1 ? List(choices, null, digits, replyList) : null, Part(i + 2)]));
                    return new Composed(
                        [.. Apart(ahead: true), .. NotEmpty(text), .. further, .. Apart(ahead: false)], choices, attempt.Ask is not null && listed && attempt.Listed);
                }
            }
        }

        throw new InvalidOperationException("Unreachable: the last attempt is always taken.");
    }

    private static List<Attempt> Attempts(CallHeading heading, CallWords call, Wording wording, bool listMayGo)
    {
        var first = wording.SmsOrSay.IsEmpty ? null : wording.SmsOrSay[0];
        string?[] bodies = wording.Brief is null ? [first] : [first, wording.Brief];
        (string? Call, Choice? Ask)[] calls = heading switch
        {
            CallHeading.Full => [(call.Full, call.Ask), (call.Full, null), (call.Reminder, call.Ask), (call.Reminder, null)],
            CallHeading.Reminder => [(call.Reminder, null)],
            _ => [(null, null)],
        };
        bool[] lists = listMayGo ? [true, false] : [true];
        var all = (from body in bodies from listed in lists from c in calls select new Attempt(c.Call, c.Ask, body, listed, false)).ToList();
        all[^1] = all[^1] with { Last = true };
        return all;
    }

    private static string? List(ImmutableArray<Choice> choices, Choice? ask, FrozenDictionary<string, char> digits, string replyList)
    {
        var labels = choices.Append(ask).Where(c => c?.Sms is not null && digits.ContainsKey(c.Answer))
            .Select(c => $"{digits[c!.Answer]} {c.Sms}").Distinct().ToList();
        return labels.Count == 0 ? null : replyList.Replace("{list}", string.Join(", ", labels), StringComparison.Ordinal);
    }

    private static string Join(IEnumerable<string?> parts) => Gsm7.Fold(string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p))));

    private static IEnumerable<string> NotEmpty(string text) => text.Length == 0 ? [] : [text];

    private sealed record Attempt(string? CallText, Choice? Ask, string? Body, bool Listed, bool Last);
}
