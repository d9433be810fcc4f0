using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot.Practising;

/// <summary>What becomes of an activity while somebody practises.</summary>
internal enum Heard
{
    /// <summary>It is no part of the practice: a report, a reminder, the far side of a hand-off.</summary>
    Beside,

    /// <summary>It asks for nothing now: an opinion on how the person feels changes no practice.</summary>
    Nothing,

    /// <summary>An answer of the practice.</summary>
    Practice,

    /// <summary>A clock of the practice.</summary>
    Clock,

    /// <summary>It may be real: the way out is offered.</summary>
    Doubt,

    /// <summary>Bad news: the way out is offered, and the next such message takes it.</summary>
    BadNews,

    /// <summary>They end it.</summary>
    Done,

    /// <summary>It is real, or about the person: the practice is over, and the message is heard as any other.</summary>
    Leave,

    /// <summary>The real call button was tapped.</summary>
    RealCall,
}

/// <summary>
/// Tells practice from what may be real (safety rule 9). Buttons of the practice and digits are practice, and so are calm words that answer what was asked.
/// Bad news in words may be real, and so may anything that cannot be read.
/// </summary>
internal sealed class DrillEar(Library library, Readers readers)
{
    /// <summary>True in the value of a button of a practice, so that an old one is never taken for real news.</summary>
    public const string Button = "drill";

    /// <summary>What the activity is, and the facts it tells as an answer of the practice.</summary>
    public (Heard Heard, IReadOnlyList<string> Facts) Hear(Activity activity, CaseRecord record, DateTimeOffset now) => activity.Type switch
    {
        ActivityTypes.Event when activity.Name == OverdoseResponseBot.ClockEvent =>
            (record.Alarms.FirstOrDefault(a => a.Due <= now) is { Kind: AlarmKind.Drill } ? Heard.Clock : Heard.Beside, []),
        ActivityTypes.Event when activity.Name == OverdoseResponseBot.CallTappedEvent => (Heard.RealCall, []),
        ActivityTypes.Event when activity.Name == OverdoseResponseBot.OpinionEvent => (Heard.Nothing, []),
        ActivityTypes.Event when activity.Name == OverdoseResponseBot.SetEvent => (Heard.Leave, []),
        ActivityTypes.Message when Carrier.Word(activity) is not null => (Heard.Leave, []),
        ActivityTypes.Message => HearMessage(activity, record.Drill!),
        _ => (Heard.Beside, []),
    };

    private (Heard Heard, IReadOnlyList<string> Facts) HearMessage(Activity message, DrillState drill)
    {
        var words = library.In(drill.Case.Language);
        var step = words.Find(drill.Case.Top()!) ?? words.Find(words.Fallback)!;
        if (message.Value is JObject tap && (tap["answer"] as JValue)?.Value is string answer)
        {
            return IsButton(tap) ? (Heard.Practice, [words.Fact(answer)]) : (Heard.Leave, []);
        }

        var text = message.Text ?? string.Empty;
        var reading = Listening.Read(readers, words, step, drill.Case, text, drill.Case.Language, null);
        var facts = reading.Heard.Append(reading.Answer).OfType<string>().Where(f => f != Decision.Unclear).Select(words.Fact).Distinct().ToList();
        if (facts.Exists(words.Drills!.Leaves.Contains))
        {
            return (Heard.Leave, []);
        }

        return facts.Contains(words.Drills.Done) ? (Heard.Done, [])
            : IsDigits(text) ? (Heard.Practice, facts)
            : facts.Exists(f => IsBad(words, f)) ? (Heard.BadNews, [])
            : facts.Count > 0 ? (Heard.Practice, facts)
            : (Heard.Doubt, []);
    }

    /// <summary>Whether a tap is on a button of a practice.</summary>
    public static bool IsButton(JObject tap) => tap[Button] is JValue { Value: true };

    // What would move somebody who is getting ready at once, and what counts even from an old button.
    private static bool IsBad(Library words, string fact) =>
        words.BadNews.Any(w => words.Fact(w) == fact) || StepHears.At(words, words.Find(words.Drills!.Choose)!).First.Any(h => h.Fact == fact);

    private static bool IsDigits(string text) => text.AsSpan().Trim() is { Length: > 0 and < 3 } digits && !digits.ContainsAnyExceptInRange('0', '9');
}
