namespace OverdoseBot.Scripts;

/// <summary>The words of one language and what they mean, as read from <c>dialogs/phrases/</c>.</summary>
public sealed record PhraseBook
{
    /// <summary>The language tag, such as <c>en</c>.</summary>
    public required string Language { get; init; }
}
