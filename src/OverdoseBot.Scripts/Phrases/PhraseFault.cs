namespace OverdoseBot.Scripts;

/// <summary>One thing wrong in a phrase book: where it is and what to do about it.</summary>
public sealed record PhraseFault(string File, int Line, int Column, string Message)
{
    /// <summary>The usual <c>file:line:column: message</c>, which editors can follow.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
