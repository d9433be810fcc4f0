namespace OverdoseBot.Understanding.Tests;

/// <summary>The steps of the scripts as the architecture names them, with what yes and no mean there.</summary>
internal static class Steps
{
    private static readonly string[] s_breath = ["normal", "slow", "none", "woke", "unclear"];

    private static readonly Dictionary<string, Asked> s_all = new Asked[]
    {
        new("respond", "start", ["happening", "unwell", "me", "planning", "unclear"], "happening", null),
        new("respond", "call", ["calling", "cannot", "afraid", "unclear"], "calling", null),
        new("respond", "wake", ["woke", "not-waking", "unclear"], "woke", "not-waking"),
        new("respond", "breathing", ["normal", "slow", "none", "unclear"], "normal", "none"),
        new("naloxone", "kind", ["nasal", "injection", "have", "no-kit", "coming", "unclear"], "have", "no-kit"),
        new("naloxone", "spray", ["dose-given", "kit-failed", "unclear"], "dose-given", null),
        new("naloxone", "injection", ["dose-given", "kit-failed", "unclear"], "dose-given", null),
        new("respond", "breaths", [.. s_breath, "kit-here", "no-kit"], null, null),
        new("respond", "compressions", [.. s_breath, "kit-here", "no-kit"], null, null),
        new("respond", "re-check", s_breath, "normal", "none"),
        new("respond", "recovery-position", s_breath, "normal", "none"),
        new("respond", "awake", ["staying", "leaving", "not-waking", "unclear"], "staying", null),
        new("respond", "handover", ["taken-over", "unclear"], "taken-over", null),
        new("after", "start", [], null, null),
    }.ToDictionary(asked => $"{asked.Dialog}/{asked.Step}");

    public static Asked At(string at) => s_all[at];
}
