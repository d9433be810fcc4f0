using System.Text.RegularExpressions;

namespace OverdoseBot.Paths;

/// <summary>English.</summary>
internal static partial class EnglishCare
{
    public static CareWords Words { get; } = new()
    {
        Language = "en",
        Call = Call(),
        IfTheyStill = "If they still",
        Care = Care(),
        Pushes = Pushes(),
        Naloxone = Naloxone(),
        Orders = Orders(),
        NextDose = NextDose(),
        Breathing = Breathing(),
        Waking = Waking(),
        Look = Look(),
        Claims = Claims(),
    };

    [GeneratedRegex(@"\bcall (?<to>(?:your )?emergency number|\d{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    // A baby's breaths are puffs; an SMS may say "breaths 1 every 5 sec".
    [GeneratedRegex(@"\bpush (hard|on the chest)|\bpushes\b|\b\d+ (small )?(breaths?|puffs?)\b|\bbreaths \d+ every\b|\bbreaths or pushes\b", RegexOptions.IgnoreCase)]
    private static partial Regex Care();

    [GeneratedRegex(@"\bpush (hard|on the chest)|\bpushes\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pushes();

    // A device's short SMS says what to do with it, and no name of it.
    [GeneratedRegex(@"\b(naloxone|spray|dose|kit|needle|shot|vial|plunger|syringe)\b|\bpeel (the )?pack\b|\bone nostril\b|\bouter thigh\b", RegexOptions.IgnoreCase)]
    private static partial Regex Naloxone();

    [GeneratedRegex(@"\bnext (dose|shot) now\b|\bgive (a|the|one|another) (next )?(dose|spray|shot)\b|\bpush (hard|on the chest)|\b30 pushes\b|\bpress hard\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\bnext (dose|shot)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextDose();

    [GeneratedRegex(@"\bbreath(s|e|es|ing)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Breathing();

    [GeneratedRegex(@"\b(wake|waking|awake|woke)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Waking();

    [GeneratedRegex(@"\b(look at|watch) (the |their )?chest\b", RegexOptions.IgnoreCase)]
    private static partial Regex Look();

    [GeneratedRegex(
        @"\bI (have |just |already )?(called|phoned|texted|alerted|sent for)\b|\bI (am|will) (call|calling|phone|send|sending)\b|\bI'll (call|send)\b"
        + @"|\bhelp is (on its way|coming)\b|\bname\?|\bwhat is (your|their|his|her) name\b|\bwho are you\b|\byour fault\b", RegexOptions.IgnoreCase)]
    private static partial Regex Claims();
}
