using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>Takes in a message: a tap or text becomes facts, and facts are kept.</summary>
internal static class Hearing
{
    public const string DoseGiven = "dose-given";
    public const string KitHere = "kit-here";
    private const string NoKit = "no-kit";

    /// <summary>Reads the message at the step and keeps what it says.</summary>
    public static void Take(Turn turn, Step step, Readers reader, IMessageActivity message)
    {
        var tapped = Tapped(turn, step, message.Value);
        turn.Typed = tapped is null;
        turn.Record = turn.Record with { Echo = turn.Typed && !Plans.Asks(step) ? Echo.Of(turn.Record, message.Text, turn.Now) : null };
        turn.Reading = tapped ?? Read(turn, step, reader, message.Text ?? string.Empty);
        turn.Record = Listening.After(turn.Record, turn.Reading, turn.Now);
        if (Carrier.Word(message) is { } carrier)
        {
            Reminders.Hear(turn, carrier);
            // The phone company's words are the same in every language.
            turn.Reading = turn.Reading with { Language = turn.Record.Language };
        }

        foreach (var word in turn.Reading.Heard)
        {
            turn.Facts.Add(turn.Library.Fact(word));
        }

        if (turn.Reading.Answer is { } answer and not Decision.Unclear)
        {
            turn.Facts.Add(turn.Library.Fact(answer));
        }

        Plans.Hear(turn, step, message.Text);
        Whereabouts.Take(turn);
        Kits.Take(turn, step);
        Expiry.Take(turn, step, message.Text);
        Reminders.Hear(turn, step);
        Keep(turn, step);
    }

    /// <summary>What the reader needs to know about a step in its own words, where digits mean what they mean by text message.</summary>
    public static Asked AskedAt(Step step, Library library) =>
        new(step.Place.Dialog, step.Place.Step, [.. step.Answers.Select(a => a.Word)], step.WebYes ?? step.Yes, step.No, step.Asks);

    /// <summary>The same, with no more answers than the step's question asks for: the words that tools count on.</summary>
    public static Asked Question(Step step, Library library) =>
        step.Asks.IsEmpty ? AskedAt(step, library) : AskedAt(step, library) with { Answers = [.. step.Asks, Decision.Unclear] };

    // The same words again are panic, but not where they answer what is asked: "no" to one question, and "no" to the next. What cannot be read
    // is unclear the second time too, panic or not: it is the worse answer.
    private static Reading Read(Turn turn, Step step, Readers reader, string text)
    {
        var once = Said(0);
        return turn.Record.Echo is not { Times: > 0 } echo || once.Answer is not (null or Decision.Unclear) ? once
            : Said(echo.Times) with { Answer = once.Heard.Count == 0 ? Decision.Unclear : once.Answer };

        Reading Said(int repeats) => Listening.Read(reader, turn.Library, step, turn.Record, text, turn.Record.Language, turn.Now, repeats);
    }

    // A tap that belongs to a step no longer current is a correction: bad news counts, calm news is ignored.
    // It says nothing of the language: who reads Spanish buttons goes on reading Spanish.
    private static Reading? Tapped(Turn turn, Step step, object? value)
    {
        if (value is not JObject { } tap || (string?)(tap["answer"] as JValue) is not { Length: > 0 } answer)
        {
            return null;
        }

        var at = (string?)(tap["step"] as JValue);
        var current = at == step.Place.ToString();
        // Tapped while a clock led on: it was true then, and may answer the next step too. "Spray given" must not be lost.
        var late = at is not null && at == turn.Before.LeftByClock && answer != Decision.Unclear;
        // A button of a practice that is over says nothing about anybody.
        var isPlayed = DrillEar.IsButton(tap) && !turn.Record.Practice;
        if (isPlayed || !(current || late || turn.Library.IsBadNews(answer)))
        {
            return new Reading { Heard = ["wait"], Language = turn.Record.Language };
        }

        // A tap is in whatever language its buttons were: it never changes the one that they are answered in.
        return new Reading
        {
            Answer = current || (late && step.Answers.Any(a => a.Word == answer)) ? answer : null,
            Heard = answer == Decision.Unclear ? [] : [turn.Library.Fact(answer)],
            Language = turn.Record.Language,
        };
    }

    private static void Keep(Turn turn, Step step)
    {
        // "One narcan in" tells of a dose, and of no kit in hand; "gave one, another is here" does.
        if (turn.Facts.Contains(DoseGiven) && !turn.Facts.Contains(KitHere))
        {
            turn.Facts.RemoveWhere(f => IsKit(turn, f));
        }

        var news = new HashSet<string>(turn.Facts.Where(turn.Library.Keep.ContainsKey), StringComparer.Ordinal);
        var ended = new List<string>();
        if (news.Contains(DoseGiven) && !Doses.Keep(turn, turn.Reading!.Dose ?? new DoseReport(1, null)))
        {
            // Told twice: what has happened since the dose, such as that the next one is due, stays true. A kit that was told before it is used up.
            news.Remove(DoseGiven);
            ended.AddRange(turn.Library.Keep[DoseGiven].Ends.Where(f => IsKit(turn, f) && !turn.Facts.Contains(f) && IsNoLater(turn.Record, f)));
        }

        Doses.TakeBack(turn, step);
        var kept = news.Order(StringComparer.Ordinal).ToList();
        ended.AddRange(kept.SelectMany(f => turn.Library.Keep[f].Ends).Where(f => !turn.Facts.Contains(f)));
        turn.Record = turn.Record.Without(ended).With(kept, turn.Now);
    }

    // What a dose uses up, and what says that there is one.
    private static bool IsKit(Turn turn, string fact) =>
        turn.Library.Keep.TryGetValue(DoseGiven, out var dose) && dose.Ends.Contains(fact) && turn.Library.Keep.TryGetValue(fact, out var kit) && kit.Ends.Contains(NoKit);

    private static bool IsNoLater(CaseRecord record, string fact) =>
        record.Marks.TryGetValue(fact, out var mark) && record.Marks.TryGetValue(DoseGiven, out var dose) && mark.Last <= dose.Last;
}
