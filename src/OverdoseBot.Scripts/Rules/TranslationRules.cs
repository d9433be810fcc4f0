namespace OverdoseBot.Scripts.Rules;

/// <summary>The rules of the translations.</summary>
internal static class TranslationRules
{
    public static readonly ReadingRule Whole = new("OD0046", "A translation leaves nothing out", "H-18",
        "a sentence in a language that is not theirs is no help to them.");

    public static readonly ReadingRule Words = new("OD0047", "A translation holds words only", "H-18",
        "the care must be the same in every language.");

    public static readonly ReadingRule Fresh = new("OD0048", "A translation is made from the English that is served", "H-18",
        "the English may have been mended for a reason that costs a life in the other language.");

    public static readonly ReadingRule Header = new("OD0049", "A file is in the language that it is named after", "H-18",
        "a person who was promised their own language must not be answered in another.");

    public static readonly ReadingRule Same = new("OD0057", "A translation says the numbers of its English, and what stands in braces", "H-18",
        "another number is another care: another count of breaths, another wait, another person's dose.");

    public static readonly ReadingRule[] All = [Whole, Words, Fresh, Header, Same];
}
