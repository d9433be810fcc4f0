using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// Puts together what a step says now: the true variant, the lead, the call line, the asides, in the channel's form; plain: without the name of a drug.
/// </summary>
internal sealed class Speaker(Turn turn, bool plain = false)
{
    /// <summary>Whose words they are (<c>words</c>): as a name, and in front of them.</summary>
    private const string PersonName = "person.name";
    private const string PersonPrefix = "person.prefix";

    private static readonly Wording _nothing = new([], [], null);
    private readonly Fill _fill = new(turn, plain);

    private bool MayAsk => turn.Record.CallAsked < turn.Library.CallLine.Times;

    /// <summary>Says a step and sets its marks.</summary>
    public void Say(Step step)
    {
        if (turn.Beside)
        {
            SayAsItStands(step);
            return;
        }

        if (turn.InOtherWords && step.Place == turn.Before.Top())
        {
            var same = Shown(step);
            Send(step, same?.Wording ?? step.Wording, same?.Choices ?? step.Choices, listMayGo: false, HeadingOf(step, step.SaysCall), same);
            return;
        }

        var variant = step.SayWhen.FirstOrDefault(v => turn.Knows(v.When));
        ImmutableArray<string> clear = variant is null ? step.Clear : [.. step.Clear, .. variant.Clear];
        ImmutableArray<string> mark = variant is null ? step.Mark : [.. step.Mark, .. variant.Mark];
        turn.Record = turn.Without(step, clear).With(mark, turn.Now);
        Offers.Owed(turn, step);
        Send(step, variant?.Wording ?? step.Wording, variant?.Choices ?? step.Choices, listMayGo: false, HeadingOf(step, step.SaysCall), variant);
    }

    /// <summary>
    /// Says other words of a step: its one line of "how", a prompt, the repeated question. Its buttons stay; on SMS a prompt is complete
    /// without a list of answers, and only words that ask must keep theirs.
    /// </summary>
    public void Say(Step step, Wording words, bool asks, bool byClock)
    {
        var variant = step.SayWhen.FirstOrDefault(v => turn.Knows(v.When));
        var choices = turn.Record.Sms && byClock && !asks ? [] : variant?.Choices ?? step.Choices;
        Send(step, words, choices, listMayGo: !asks, HeadingOf(step, saysCall: false), variant, step.Prompts is { } prompts && prompts.Wording == words ? prompts.AnsweredAt : null);
    }

    /// <summary>
    /// The same words with the same buttons as the last message, the order to give the next dose with them: no mark is set anew, and the question whether
    /// they are calling is not put once more.
    /// </summary>
    public void SayAsItStands(Step step)
    {
        // The step's words ask the step's question, whatever the last message asked.
        var shown = turn.Record.Shown is { AnsweredAt: not null } last ? Bot.Shown.Of(last.When, last.AsksCall, null) : turn.Record.Shown;
        var variant = shown is null ? step.SayWhen.FirstOrDefault(v => turn.Knows(v.When)) : Shown(step);
        var choices = turn.Record.Sms ? variant?.Choices ?? step.Choices : OnScreen(step);
        Send(step, variant?.Wording ?? step.Wording, choices, listMayGo: false, HeadingOf(step, step.SaysCall, mayAsk: false), variant);
        turn.Record = turn.Record with { Shown = shown };
    }

    /// <summary>Says the asides alone, with the step's choices; the step when there are none.</summary>
    public void Rest(Step step)
    {
        var asides = Offers.Sayable(turn, step);
        if (asides.Count == 0)
        {
            Say(step);
            return;
        }

        if (turn.Beside)
        {
            Beside(step);
            return;
        }

        Send(step, _nothing, step.Choices, listMayGo: true, HeadingOf(step, saysCall: false), null, asides[^1].AnsweredAt);
    }

    /// <summary>
    /// Says the asides beside the last message: its buttons stay on the screen, the call line is short and asks nothing.
    /// </summary>
    public void Beside(Step step)
    {
        var shown = turn.Record.Shown;
        Send(step, _nothing, OnScreen(step), listMayGo: true, HeadingOf(step, saysCall: false, mayAsk: false), null);
        turn.Record = turn.Record with { Shown = shown };
    }

    /// <summary>Says how the hand-off stands, headed by the call line. The step's buttons stay; nothing of it is said or counted.</summary>
    public void Notice(Step step, Aside aside, string state)
    {
        var heading = new Heading(null, HeadingOf(step, saysCall: false, mayAsk: false), [new Told(_fill.Words(Words(aside)), Joined: true)]);
        var composed = turn.Record.Sms
            ? SmsForm.Compose(heading, _fill.Call(mayAsk: false), _nothing, [], turn.Library.Digits, turn.Library.ReplyList, listMayGo: true)
            : WebForm.Compose(heading, _fill.Call(mayAsk: false), _nothing, OnScreen(step));
        turn.Said.Add(new Utterance(step, composed, Offers.Line(turn, aside)) { Handoff = state });
        turn.Record = Offers.Told(turn, [aside]);
    }

    /// <summary>Says what reminds somebody of a kit: these words alone.</summary>
    public void Remind(Step step, Aside aside)
    {
        var composed = SmsForm.Compose(
            new Heading(null, CallHeading.None, []), _fill.Call(mayAsk: false), _fill.Words(Words(aside)), [], turn.Library.Digits, turn.Library.ReplyList, listMayGo: true);
        turn.Said.Add(new Utterance(step, composed, null) { Reminder = true });
    }

    /// <summary>Says what a person wrote. Where nothing else can show whose words they are, a prefix does.</summary>
    public void Person(Step step, string text)
    {
        var record = turn.Record;
        var prefix = turn.Library.Words[PersonPrefix];
        ImmutableArray<string> texts = record.Sms ? PersonText.Sms(prefix, text) : record.Reference is null ? [text] : [$"{prefix} {text}"];
        var composed = new Composed(texts, OnScreen(step), AskedCall: false);
        turn.Said.Add(new Utterance(step, composed, null) { Person = turn.Library.Words[PersonName] });
    }

    private void Send(Step step, Wording words, ImmutableArray<Choice> choices, bool listMayGo, CallHeading calling, Variant? variant, Place? answeredAt = null)
    {
        var record = turn.Record;
        var asides = Offers.Sayable(turn, step);
        var told = asides.Select(a => new Told(_fill.Words(Words(a)), a.Joined, a.Ahead)).ToImmutableArray();
        var line = asides.Select(a => Offers.Line(turn, a)).FirstOrDefault(l => l is not null);
        var heading = new Heading(turn.Lead, calling, told);
        var call = _fill.Call(MayAsk);
        var filled = _fill.Words(plain ? words.AsPlain : words);
        var composed = record.Sms
            ? SmsForm.Compose(heading, call, filled, choices, turn.Library.Digits, turn.Library.ReplyList, listMayGo)
            : WebForm.Compose(heading, call, filled, choices);
        turn.Said.Add(new Utterance(step, composed, line) { HasPlain = record.Sms && !plain && !words.Plain.IsEmpty });
        turn.Record = record with
        {
            CallAsked = record.CallAsked + (composed.AskedCall ? 1 : 0),
            Told = Offers.Told(turn, asides).Told,
            Shown = Bot.Shown.Of(variant?.When, composed.AskedCall, answeredAt),
        };
        turn.Asides.Clear();
        turn.Lead = null;
        turn.Opens = false;
    }

    // The first message of a conversation says the number even to someone who says that they called (safety rule 1).
    private CallHeading HeadingOf(Step step, bool saysCall, bool? mayAsk = null)
    {
        var over = turn.Library.CallLine.Until.Any(turn.Knows);
        return saysCall || !turn.Library.CallKinds.Contains(step.Kind) ? CallHeading.None
            : over ? (turn.Opens ? CallHeading.Reminder : CallHeading.None)
            : mayAsk ?? MayAsk ? CallHeading.Full : CallHeading.Reminder;
    }

    // What stands beside a message keeps its buttons; on SMS that message with its list of answers stands in the phone.
    private ImmutableArray<Choice> OnScreen(Step step)
    {
        var shown = turn.Record.Shown;
        var buttons = Shown(step)?.Choices ?? step.Choices;
        return turn.Record.Sms ? [] : shown is { AsksCall: true } ? buttons.Add(turn.Library.CallLine.Ask) : buttons;
    }

    // The form in which the last message said the step; null: its own words.
    private Variant? Shown(Step step) => step.SayWhen.FirstOrDefault(v => v.When == turn.Record.Shown?.When);

    private Wording Words(Aside aside) => aside.SayWhen.FirstOrDefault(v => turn.Knows(v.When))?.Wording ?? aside.Wording;
}
