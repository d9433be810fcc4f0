namespace OverdoseBot.Scripts.Rules;

/// <summary>The rules of the reader.</summary>
internal static class ReadingRules
{
    public static readonly ReadingRule File = new("OD0001", "A file is readable UTF-8 text without tabs", "H-01",
        "what is not read whole cannot be said whole.");

    public static readonly ReadingRule Syntax = new("OD0002", "A file is one plain YAML document", "H-01",
        "a slip of the pen must be found here, not by the person who needs help.");

    public static readonly ReadingRule Duplicate = new("OD0003", "No key is written twice", "H-01",
        "of two answers with one name, one would be lost without a word.");

    public static readonly ReadingRule Key = new("OD0004", "Every key is known", "H-01",
        "a key with a slip in it would be ignored, and what it says never done.");

    public static readonly ReadingRule Missing = new("OD0005", "No needed key is missing", "H-01",
        "a gap in the script is a gap in the help.");

    public static readonly ReadingRule Value = new("OD0006", "Every value is of its kind", "H-01",
        "a time or a number that is misread changes the care.");

    public static readonly ReadingRule Names = new("OD0007", "One name means one thing", "H-01",
        "a saved conversation is found again by names alone.");

    public static readonly ReadingRule Place = new("OD0008", "Every file stands where it is looked for", "H-01",
        "a file that is never read is help that is never given.");

    public static readonly ReadingRule Review = new("OD0009", "A file says whether a clinician has signed it", "H-17",
        "nobody may take a draft for signed advice.");

    public static readonly ReadingRule Silence = new("OD0013", "Every step says what silence means", "H-07",
        "a person whose hands are busy does not write; what happens then must be decided beforehand.");

    public static readonly ReadingRule[] All = [File, Syntax, Duplicate, Key, Missing, Value, Names, Place, Review, Silence];
}
