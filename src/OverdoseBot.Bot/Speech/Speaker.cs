using System.Collections.Immutable;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// Puts together what a step says now: the true variant, the lead, the call line, the asides, in the channel's form; plain: without the name of a drug.
/// </summary>
internal sealed class Speaker(Turn turn, bool plain = false)
{
    private static readonly Wording _nothing = new([], [], null);
    private readonly Fill _fill = new(turn, plain);

    /// <summary>Says a step and sets its marks.</summary>
    public void Say(Step step)
    {
        var variant = step.SayWhen.FirstOrDefault(v => turn.Knows(v.When));
        ImmutableArray<string> clear = variant is null ? step.Clear : [.. step.Clear, .. variant.Clear];
        ImmutableArray<string> mark = variant is null ? step.Mark : [.. step.Mark, .. variant.Mark];
        turn.Record = turn.Record.Without(clear).With(mark, turn.Now);
        Send(step, variant?.Wording ?? step.Wording, variant?.Choices ?? step.Choices, listMayGo: false, step.SaysCall);
    }

    /// <summary>
    /// Says other words of a step: its one line of "how", a prompt, the repeated question. Its buttons stay; on SMS a prompt is complete
    /// without a list of answers, and only words that ask must keep theirs.
    /// </summary>
    public void Say(Step step, Wording words, bool asks, bool byClock)
    {
        var choices = step.SayWhen.FirstOrDefault(v => turn.Knows(v.When))?.Choices ?? step.Choices;
        Send(step, words, turn.Record.Sms && byClock && !asks ? [] : choices, listMayGo: !asks, saysCall: false);
    }

    /// <summary>Says the asides alone, with the step's choices; the step when there are none.</summary>
    public void Rest(Step step)
    {
        if (turn.Asides.All(WasTold))
        {
            Say(step);
            return;
        }

        Send(step, _nothing, step.Choices, listMayGo: true, saysCall: false);
    }

    private void Send(Step step, Wording words, ImmutableArray<Choice> choices, bool listMayGo, bool saysCall)
    {
        var record = turn.Record;
        var asides = turn.Asides.Where(a => !WasTold(a)).DistinctBy(a => a.Name).ToList();
        var told = asides.Select(a => new Told(_fill.Words(Words(a)), a.Joined, a.Ahead)).ToImmutableArray();
        var line = asides.Where(a => a.LineWhen is not null && turn.Knows(a.LineWhen))
            .Select(a => turn.Library.LineIn(turn.Region, a.Line!))
            .FirstOrDefault(l => l is not null);
        var mayAsk = record.CallAsked < turn.Library.CallLine.Times;
        var heading = new Heading(turn.Lead, CallHeadingOf(step, mayAsk, saysCall), told);
        var call = _fill.Call(mayAsk);
        var filled = _fill.Words(plain ? words.AsPlain : words);
        var composed = record.Sms
            ? SmsForm.Compose(heading, call, filled, choices, turn.Library.Digits, turn.Library.ReplyList, listMayGo)
            : WebForm.Compose(heading, call, filled, choices);
        turn.Said.Add(new Utterance(step, composed, line) { HasPlain = record.Sms && !plain && !words.Plain.IsEmpty });
        turn.Record = record with
        {
            CallAsked = record.CallAsked + (composed.AskedCall ? 1 : 0),
            Told = record.Told.SetItems(asides.Where(a => a.Every > TimeSpan.Zero).Select(a => KeyValuePair.Create(a.Name, turn.Now))),
        };
        turn.Asides.Clear();
        turn.Lead = null;
    }

    // The first message of a conversation says the number even to someone who says that they called (safety rule 1).
    private CallHeading CallHeadingOf(Step step, bool mayAsk, bool saysCall)
    {
        var over = turn.Library.CallLine.Until.Any(turn.Knows);
        var first = turn.Before.Stack.IsEmpty;
        return saysCall || !turn.Library.CallKinds.Contains(step.Kind) ? CallHeading.None
            : over ? (first ? CallHeading.Reminder : CallHeading.None)
            : mayAsk ? CallHeading.Full : CallHeading.Reminder;
    }

    private Wording Words(Aside aside) => aside.SayWhen.FirstOrDefault(v => turn.Knows(v.When))?.Wording ?? aside.Wording;

    private bool WasTold(Aside aside) =>
        aside.Every > TimeSpan.Zero && turn.Record.Told.TryGetValue(aside.Name, out var at) && turn.Now - at < aside.Every;
}
