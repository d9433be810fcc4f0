using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>
/// How the writer is: by phrases first; else by the points of words that feel, shouting and repeating together. Bad facts weigh nothing, so
/// that told plainly they are calm; no message, no distress.
/// </summary>
internal sealed class DistressGauge(FeelingBook book, MeaningTable meanings)
{
    public const string Calm = "calm";
    public const string Distressed = "distressed";
    public const string SelfHarm = "self-harm";

    private readonly int _distress = meanings.Id("distress");
    private readonly int _selfHarm = meanings.Id("self-harm");
    private readonly int _emergency = meanings.Id("emergency");

    /// <summary>Judges what lies on a desk, and notes it there as heard.</summary>
    /// <param name="desk">The message, read.</param>
    /// <param name="repeats">How often the same message came just before.</param>
    public string Read(Desk desk, int repeats)
    {
        if (desk.Dark is { Count: > 0 })
        {
            desk.Why?.Add($"wanting to die: {string.Join(", ", desk.Dark)}; {desk.Death} of {book.EnoughDeath}");
        }

        if (desk.Heard.Has(_selfHarm) || (desk.Death >= book.EnoughDeath && !desk.WantsToLive))
        {
            desk.Heard.Add(new Item(_selfHarm, -1, false), false);
            return SelfHarm;
        }

        if (desk.Pleads && (desk.Heard.Has(_emergency) || desk.Heard.HasAny(meanings.Bad)))
        {
            Add(desk, "begging", book.Behaviour.Begging);
        }

        if (repeats > 0 && !IsPlain(desk))
        {
            Add(desk, "the same message again", repeats * book.Behaviour.SameMessage);
        }

        if (desk.Felt is { Count: > 0 })
        {
            desk.Why?.Add($"feelings: {string.Join(", ", desk.Felt)}; {desk.Points} of {book.Enough}");
        }

        if (!desk.Heard.Has(_distress) && desk.Points < book.Enough)
        {
            return Calm;
        }

        desk.Heard.Add(new Item(_distress, -1, false), false);
        return Distressed;
    }

    private static void Add(Desk desk, string what, int points)
    {
        desk.Points += points;
        desk.Felt?.Add($"{what} {points}");
    }

    // "ok", "no", "5", "normal" may come again and again: they answer what is asked again and again.
    private bool IsPlain(Desk desk)
    {
        var sentence = desk.Sentence;
        if (sentence.Count == 1 && sentence.Is(0, Role.No))
        {
            return true;
        }

        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Tokens[i].Number < 0)
            {
                return desk.SaidYes >= 0 || desk.Heard.Has(meanings.Wait) || desk.Heard.HasAny(meanings.Good);
            }
        }

        return true;
    }
}
