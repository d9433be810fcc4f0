using System.Collections.Frozen;

namespace OverdoseBot.Paths;

/// <summary>How people say each meaning: one plain phrase each. Inputs of the walk; never shown to anyone.</summary>
internal static class Phrases
{
    /// <summary>Phrases by the fact or answer word they say; the first that is read at a step is taken.</summary>
    public static FrozenDictionary<string, string[]> ByMeaning { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["stopped-breathing"] = ["not breathing"],
        ["worse"] = ["it is getting worse"],
        ["self-harm"] = ["I want to die"],
        ["slow"] = ["breathing is slow"],
        ["taken-over"] = ["the crew has taken over"],
        ["crew-here"] = ["ambulance is here"],
        ["unsafe"] = ["it is not safe here"],
        ["seizure"] = ["having a seizure"],
        ["woke"] = ["woke up"],
        ["breathing-now"] = ["breathing normally"],
        ["vomiting"] = ["throwing up"],
        ["aed-here"] = ["I have an AED"],
        ["kit-failed"] = ["the spray did not work"],
        ["cannot-call"] = ["I cannot call"],
        ["afraid"] = ["I am afraid to call"],
        ["must-leave"] = ["I have to leave"],
        ["too-tired"] = ["I am too tired"],
        ["infant"] = ["it is a baby"],
        ["child"] = ["it is a child"],
        ["pregnant"] = ["pregnant"],
        ["human"] = ["talk to a person"],
        ["distress"] = ["I am so scared"],
        ["dispatcher-leading"] = ["911 is telling me what to do"],
        ["correction"] = ["wrong button"],
        ["restart"] = ["start over"],
        ["dose-given"] = ["I gave him narcan", "gave the spray"],
        ["kit-here"] = ["I have naloxone"],
        ["no-kit"] = ["no naloxone"],
        ["coming"] = ["naloxone is coming"],
        ["called"] = ["I called 911"],
        ["not-called"] = ["I have not called 911"],
        ["help-coming"] = ["help is coming"],
        ["not-waking"] = ["not waking up"],
        ["not-given"] = ["I have not given it"],
        ["alone"] = ["I am alone"],
        ["emergency"] = ["someone overdosed"],
        ["unwell"] = ["awake but not well", "he is awake but sick"],
        ["self"] = ["it is me, I took too much"],
        ["blue"] = ["turning blue"],
        ["planning"] = ["I want to be ready"],
        ["after"] = ["it happened yesterday"],
        ["staying"] = ["I am staying with him"],
        ["leaving"] = ["he wants to leave"],
        ["nasal"] = ["nose spray", "I have a nose spray"],
        ["injection"] = ["needle", "I have a needle"],
        ["dead"] = ["he died", "they are dead"],
        ["how"] = ["how?"],
        ["wait"] = ["ok"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Dangerous pairs in one message: something calm or practical, and bad news.</summary>
    public static IReadOnlyList<(string Text, string One, string Two)> Pairs { get; } =
    [
        ("I called 911, not breathing", "called", "stopped-breathing"),
        ("I called 911, breathing is slow", "called", "slow"),
        ("I called 911, not waking up", "called", "not-waking"),
        ("woke up but now not breathing", "woke", "stopped-breathing"),
        ("breathing but not waking up", "breathing-now", "not-waking"),
        ("I have a nose spray, not breathing", "nasal", "stopped-breathing"),
        ("I have naloxone, breathing is slow", "kit-here", "slow"),
        ("I gave him narcan, still not breathing", "dose-given", "stopped-breathing"),
        ("ambulance is here, not breathing", "crew-here", "stopped-breathing"),
        ("I want to die. He is not breathing", "self-harm", "stopped-breathing"),
        ("I am so scared, not breathing", "distress", "stopped-breathing"),
        ("no naloxone, not breathing", "no-kit", "stopped-breathing"),
    ];

    /// <summary>A dose that was given some time ago.</summary>
    public static IReadOnlyList<(string Text, TimeSpan Ago)> EarlierDoses { get; } =
    [
        ("gave narcan 1 minute ago", TimeSpan.FromMinutes(1)),
        ("gave narcan 5 minutes ago", TimeSpan.FromMinutes(5)),
    ];

    /// <summary>A message that says nothing.</summary>
    public const string Unreadable = "qwxz";

    /// <summary>Said by someone who is not sure.</summary>
    public const string NotSure = "not sure";
}
