using System.Text.RegularExpressions;

namespace OverdoseBot.Paths;

/// <summary>Reads in English what a message tells to do. Every language of the scripts needs its own.</summary>
internal static partial class CareWords
{
    /// <summary>True when the text tells to push on the chest or to give breaths.</summary>
    public static bool TellsBreathsOrPushes(string text) => Care().IsMatch(text);

    /// <summary>True when the text tells to push on the chest.</summary>
    public static bool TellsPushes(string text) => Pushes().IsMatch(text);

    /// <summary>True when the text speaks of naloxone.</summary>
    public static bool SpeaksOfNaloxone(string text) => Naloxone().IsMatch(text);

    /// <summary>True when naloxone comes before breaths and pushes in the text.</summary>
    public static bool NaloxoneFirst(string text) =>
        Naloxone().Match(text) is { Success: true } dose && (Care().Match(text) is not { Success: true } care || dose.Index < care.Index);

    /// <summary>True when the text orders a dose or pushes.</summary>
    public static bool OrdersDoseOrPushes(string text) => Orders().IsMatch(text);

    /// <summary>True when the text speaks of breathing.</summary>
    public static bool SpeaksOfBreathing(string text) => Breathing().IsMatch(text);

    /// <summary>True when the text asks whether someone is awake.</summary>
    public static bool AsksWaking(string text) => Waking().IsMatch(text);

    /// <summary>True when the text says when to call.</summary>
    public static bool SaysWhenToCall(string text) => Waking().IsMatch(text) && Breathing().IsMatch(text);

    /// <summary>True when the text claims what a text cannot do, or asks who someone is.</summary>
    public static bool Claims(string text) => Claim().IsMatch(text);

    [GeneratedRegex(@"\bpush (hard|on the chest)|\bpushes\b|\b\d+ breaths?\b|\bbreaths or pushes\b", RegexOptions.IgnoreCase)]
    private static partial Regex Care();

    [GeneratedRegex(@"\bpush (hard|on the chest)|\bpushes\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pushes();

    [GeneratedRegex(@"\b(naloxone|spray|dose|kit|needle|shot|vial|plunger)\b|\bpeel (the )?pack\b", RegexOptions.IgnoreCase)]
    private static partial Regex Naloxone();

    [GeneratedRegex(@"\bnext dose now\b|\bgive (a|the|one|another) (next )?(dose|spray|shot)\b|\bpush (hard|on the chest)|\b30 pushes\b|\bpress hard\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\bbreath(s|e|es|ing)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Breathing();

    [GeneratedRegex(@"\b(wake|waking|awake|woke)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Waking();

    [GeneratedRegex(
        @"\bI (have |just |already )?(called|phoned|texted|alerted|sent for)\b|\bI (am|will) (call|calling|phone|send|sending)\b|\bI'll (call|send)\b"
        + @"|\bhelp is (on its way|coming)\b|\bname\?|\bwhat is (your|their|his|her) name\b|\bwho are you\b|\byour fault\b", RegexOptions.IgnoreCase)]
    private static partial Regex Claim();
}
