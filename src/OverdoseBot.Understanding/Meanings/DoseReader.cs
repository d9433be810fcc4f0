using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Reads how many doses were given, and when: "gave 2 sprays 5 min ago".</summary>
/// <param name="dose">The meaning of a dose that was given.</param>
internal sealed class DoseReader(int dose)
{
    private const int MostDoses = 20;
    private const int MostMinutes = 24 * 60;

    /// <summary>What is told of doses; null: none was given.</summary>
    public DoseReport? Read(Desk desk)
    {
        if (!desk.Heard.Has(dose))
        {
            return null;
        }

        var sentence = desk.Sentence;
        var (count, ago) = (1, (TimeSpan?)null);
        for (var i = 0; i < sentence.Count; i++)
        {
            var number = sentence.Tokens[i].Number;
            var next = ClauseSplitter.Next(sentence, i);
            if (number is > 0 and <= MostDoses && !IsDecimal(sentence, i) && (sentence.Is(next, Role.DoseUnit)
                || (IsOfDose(desk.Hits, i) && !sentence.Is(next, Role.Minute | Role.Second | Role.Hour | Role.BreathUnit))))
            {
                count = number;
            }
            else if (number > 0 && Unit(sentence, next) is { } unit && (sentence.Is(ClauseSplitter.Next(sentence, next), Role.Ago) || sentence.Follows(i, Role.AgoFirst)))
            {
                ago = Math.Min(number, MostMinutes) * unit;
            }
            else if (number < 0 && sentence.Is(i, Role.Every) && Unit(sentence, next) is { } one
                && (sentence.Is(ClauseSplitter.Next(sentence, next), Role.Ago) || sentence.Follows(i, Role.AgoFirst)))
            {
                ago ??= one;
            }
            else if (sentence.Is(i, Role.Pair) && IsOfDose(desk.Hits, i))
            {
                count = Math.Max(count, 2);
            }
            else if (sentence.Is(i, Role.Just))
            {
                ago ??= TimeSpan.Zero;
            }
        }

        return new DoseReport(count, ago) { IsSpokenOf = IsSpokenOf(desk.Hits) };
    }

    // "0.4 mg": 4 of nothing.
    private static bool IsDecimal(Sentence sentence, int at) => at > 0 && sentence.Tokens[at - 1].Number == 0;

    private bool Tells(in Hit hit) => Array.Exists(hit.Meant, m => m.Meaning == dose);

    // "narcan twice, ems 5 out": the 5 is not of the dose.
    private bool IsOfDose(List<Hit> hits, int at)
    {
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (hit.Start <= at && at < hit.End)
            {
                return Tells(hit);
            }
        }

        return false;
    }

    // Nothing but "after the spray", "the narcan worked" tells of a dose.
    private bool IsSpokenOf(List<Hit> hits)
    {
        var told = false;
        foreach (ref readonly var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (Tells(hit))
            {
                if (!hit.Signal.IsTold)
                {
                    return false;
                }

                told = true;
            }
        }

        return told;
    }

    private static TimeSpan? Unit(Sentence sentence, int at) =>
        sentence.Is(at, Role.Minute) ? TimeSpan.FromMinutes(1)
        : sentence.Is(at, Role.Second) ? TimeSpan.FromSeconds(1)
        : sentence.Is(at, Role.Hour) ? TimeSpan.FromHours(1)
        : null;
}
