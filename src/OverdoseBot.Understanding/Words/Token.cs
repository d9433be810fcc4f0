namespace OverdoseBot.Understanding.Words;

/// <summary>How strongly something separates a word from the one before it.</summary>
internal enum Gap : byte
{
    None,
    Soft,
    Strong,
}

/// <summary>One word of a message.</summary>
internal struct Token
{
    /// <summary>The word in the vocabulary; -1 when it is not known.</summary>
    public int Word;

    /// <summary>Its value when it is a number; else -1.</summary>
    public int Number;

    /// <summary>Where it stands in the message.</summary>
    public int Start;

    /// <summary>How long it is in the message.</summary>
    public int Length;

    /// <summary>What separates it from the word before.</summary>
    public Gap Before;

    /// <summary>It was typed with an accent, which tells "sí" (yes) from "si" (if).</summary>
    public bool Accented;

    /// <summary>A question mark follows it.</summary>
    public bool Asked;
}
