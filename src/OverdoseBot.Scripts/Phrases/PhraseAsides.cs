namespace OverdoseBot.Scripts;

/// <summary>Meanings that no step answers with: which product it is, what is special about the situation, what must not be done.</summary>
internal static class PhraseAsides
{
    public static readonly string[] Words =
    [
        "narcan", "naloxone-4mg", "rivive", "rextovy", "kloxxado", "rezenopy", "naloxone-2mg", "zimhi", "vial", "ampoule", "lifems", "atomiser",
        "evzio", "auto-10mg", "opvee", "zurnai", "prenoxad", "nyxoid", "ventizolve", "canada-kit",
        "neck", "two-people", "cannot-speak", "no-credit", "seated", "expired", "frozen", "nose-blocked", "allergy", "on-medication",
        "not-sure-opioid", "sedatives", "tranq", "stimulant", "heart", "choking", "given-awake", "touch-fear", "patch", "long-acting",
        "withdrawal", "safe-to-give",
        "shower", "slap", "walk", "inject-other", "stimulate", "make-vomit", "food-drink", "sleep-it-off", "wait-first", "recap",
        "in-us", "in-ca", "in-uk", "in-ie", "in-eu", "in-au", "in-nz", "speak-spanish", "speak-english",
    ];
}
