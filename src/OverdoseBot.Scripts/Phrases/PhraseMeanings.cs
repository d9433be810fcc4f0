using OverdoseBot.Scripts.Reading;
using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>
/// Checks that a book means only words that steps and programs know: a misspelt meaning would be heard by nobody.
/// They are the same in every language.
/// </summary>
internal static class PhraseMeanings
{
    private static readonly string[] s_facts =
    [
        "stopped-breathing", "worse", "woke", "breathing-now", "dose-given", "kit-here", "kit-failed", "aed-here", "vomiting", "seizure",
        "crew-here", "help-coming", "called", "cannot-call", "must-leave", "too-tired", "dispatcher-leading", "unsafe", "alone", "child",
        "infant", "pregnant", "correction",
    ];

    private static readonly string[] s_answers =
    [
        "happening", "unwell", "me", "planning", "calling", "cannot", "afraid", "woke", "not-waking", "normal", "slow", "none",
        "nasal", "injection", "have", "no-kit", "coming", "kit-here", "kit-failed", "dose-given", "staying", "leaving", "taken-over", "seizure", "fit-over", "unclear",
    ];

    private static readonly string[] s_others = ["dead", "blue", "odd", "not-called", "no-crew", "not-given", "own-overdose", "adult", "breathes-normally", "choke-over", "emergency", "distress", "hint", "other-down", "someone"];

    private static readonly string[] s_products =
    [
        "narcan", "naloxone-4mg", "rivive", "rextovy", "kloxxado", "rezenopy", "naloxone-2mg", "zimhi", "vial", "ampoule", "lifems", "atomiser",
        "evzio", "auto-10mg", "opvee", "zurnai", "prenoxad", "nyxoid", "ventizolve", "canada-kit",
    ];

    private static readonly string[] s_situations =
    [
        "neck", "two-people", "cannot-speak", "no-credit", "seated", "expired", "frozen", "nose-blocked", "allergy", "on-medication",
        "not-sure-opioid", "sedatives", "tranq", "stimulant", "heart", "choking", "given-awake", "touch-fear", "patch", "long-acting",
        "withdrawal", "safe-to-give",
    ];

    private static readonly string[] s_doNots =
        ["shower", "slap", "walk", "inject-other", "stimulate", "make-vomit", "food-drink", "sleep-it-off", "wait-first", "when-next", "recap"];

    private static readonly string[] s_regionsAndLanguages =
        ["in-us", "in-ca", "in-uk", "in-ie", "in-eu", "in-au", "in-nz", "speak-spanish", "speak-english"];

    private static readonly string[] s_gettingReady = ["skip", "remind-me", "off", "learn", "is-true", "is-false", "plan-home", "begin-plan"];

    private static readonly string[] s_practice =
    [
        "drill", "real", "practise-done", "timed", "quick", "scene-snoring", "scene-door", "scene-child", "scene-tranq", "scene-no-kit", "scene-second", "scene-angry",
    ];

    private static readonly string[] s_parts = ["about-kit", "about-talk", "about-alone", "about-home", "quiz", "more", "next", "forget"];

    private static readonly string[] s_afterwards =
        ["shaken", "tonight", "new-kit", "grief", "was-me", "treatment", "find", "refused", "how-long", "in-care"];

    private static readonly string[] s_intents =
        ["emergency", "self", "self-harm", "prepare", "after", "human", "how", "wait", "restart", "other"];

    private static readonly HashSet<string> s_words = [.. s_facts, .. s_answers, .. s_others, .. s_products, .. s_situations, .. s_doNots, .. s_regionsAndLanguages, .. s_gettingReady, .. s_practice, .. s_parts, .. s_afterwards, .. s_intents];

    public static void Check(PhraseYaml yaml, YamlMappingNode root)
    {
        foreach (var (_, signal) in yaml.Entries(PhraseYaml.Find(root, "signals")))
        {
            if (signal is YamlMappingNode map)
            {
                foreach (var key in (ReadOnlySpan<string>)["so", "not", "was", "will", "maybe", "mine", "asked", "theirs", "never", "sure", "with"])
                {
                    Words(yaml, PhraseYaml.Find(map, key), s_words, "meaning");
                }

                Values(yaml, PhraseYaml.Find(map, "in"));
            }
        }

        Keys(yaml, PhraseYaml.Find(root, "gives-way"), s_words, "meaning");
        foreach (var key in (ReadOnlySpan<string>)["topics", "digits", "gives-way"])
        {
            Values(yaml, PhraseYaml.Find(root, key));
        }

        foreach (var key in (ReadOnlySpan<string>)["good", "inner", "bad", "worst-first"])
        {
            Words(yaml, PhraseYaml.Find(root, key), s_words, "meaning or answer word");
        }

        Words(yaml, PhraseYaml.Find(root, "facts"), [.. s_facts], "fact");
        foreach (var key in (ReadOnlySpan<string>)["answers", "tells"])
        {
            Keys(yaml, PhraseYaml.Find(root, key), [.. s_answers], "answer word");
            Values(yaml, PhraseYaml.Find(root, key));
        }

        foreach (var intent in (PhraseYaml.Find(root, "intents") as YamlSequenceNode)?.Children ?? [])
        {
            Keys(yaml, intent, [.. s_intents], "intent");
            Values(yaml, intent);
        }
    }

    private static void Values(PhraseYaml yaml, YamlNode? map)
    {
        foreach (var value in (map as YamlMappingNode)?.Children.Values ?? Enumerable.Empty<YamlNode>())
        {
            Words(yaml, value, s_words, "meaning");
        }
    }

    private static void Keys(PhraseYaml yaml, YamlNode? map, HashSet<string> known, string what)
    {
        foreach (var key in (map as YamlMappingNode)?.Children.Keys ?? Enumerable.Empty<YamlNode>())
        {
            Words(yaml, key, known, what);
        }
    }

    private static void Words(PhraseYaml yaml, YamlNode? node, HashSet<string> known, string what)
    {
        var one = node is null ? [] : (node as YamlSequenceNode)?.Children ?? [node];
        foreach (var scalar in one.OfType<YamlScalarNode>())
        {
            if (scalar.Value is { Length: > 0 } word && !known.Contains(word.TrimEnd('?')))
            {
                yaml.Fault(scalar.Start, $"'{word}' is no {what} that a step or program knows.{Nearest.Hint(word, known)} Correct the spelling, or add the word to the steps first.");
            }
        }
    }
}
