namespace OverdoseBot.Paths;

/// <summary>What a text tells in a scene, read once: the same texts are sent many thousand times on a walk.</summary>
internal sealed record Meant
{
    /// <summary>Breaths or pushes.</summary>
    public required bool TellsCare { get; init; }

    /// <summary>Pushes.</summary>
    public required bool TellsPushes { get; init; }

    /// <summary>Naloxone.</summary>
    public required bool SpeaksOfNaloxone { get; init; }

    /// <summary>Naloxone before breaths and pushes.</summary>
    public required bool NaloxoneFirst { get; init; }

    /// <summary>A dose or pushes are ordered.</summary>
    public required bool Orders { get; init; }

    /// <summary>The next dose.</summary>
    public required bool SpeaksOfNextDose { get; init; }

    /// <summary>Breathing.</summary>
    public required bool SpeaksOfBreathing { get; init; }

    /// <summary>Waking.</summary>
    public required bool AsksWaking { get; init; }

    /// <summary>To look at the chest.</summary>
    public required bool Looks { get; init; }

    /// <summary>What a text cannot do, or who someone is.</summary>
    public required bool Claims { get; init; }

    /// <summary>It begins as all must that silence sends.</summary>
    public required bool BeginsIfTheyStill { get; init; }

    /// <summary>To call the number of the place.</summary>
    public required bool TellsToCall { get; init; }

    /// <summary>That first of all.</summary>
    public required bool HeadedByCall { get; init; }

    /// <summary>To call this number, which is not the place's; null: no such.</summary>
    public required string? WrongNumber { get; init; }

    /// <summary>To call, in the words of another language.</summary>
    public required bool IsForeign { get; init; }

    /// <summary>When to call: someone does not wake or does not breathe.</summary>
    public bool SaysWhenToCall => AsksWaking && SpeaksOfBreathing;

    /// <summary>Reads a text.</summary>
    public static Meant Read(string text, Scene scene)
    {
        var words = CareWords.Of(scene.Language);
        var (dose, care) = (words.Naloxone.Match(text), words.Care.Match(text));
        var numbers = CallNumbers.In(text, scene).ToList();
        return new Meant
        {
            TellsCare = care.Success,
            TellsPushes = words.Pushes.IsMatch(text),
            SpeaksOfNaloxone = dose.Success,
            NaloxoneFirst = dose.Success && (!care.Success || dose.Index < care.Index),
            Orders = words.Orders.IsMatch(text),
            SpeaksOfNextDose = words.NextDose.IsMatch(text),
            SpeaksOfBreathing = words.Breathing.IsMatch(text),
            AsksWaking = words.Waking.IsMatch(text),
            Looks = words.Look.IsMatch(text),
            Claims = words.Claims.IsMatch(text),
            BeginsIfTheyStill = text.StartsWith(words.IfTheyStill, StringComparison.Ordinal),
            TellsToCall = numbers.Exists(n => n.Right),
            HeadedByCall = CallNumbers.Heads(text, scene),
            WrongNumber = numbers.Find(n => !n.Right).Number,
            IsForeign = scene.Scripts.InAllLanguages().Any(l => l.Language != scene.Language && CareWords.Of(l.Language).Call.IsMatch(text)),
        };
    }
}
