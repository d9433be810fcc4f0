using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding;

/// <summary>Reads messages. Immutable and safe to share: the same text at the same step always reads the same.</summary>
public sealed class Reader
{
    private readonly string _language;

    /// <summary>Compiles a phrase book once; reading is cheap afterwards.</summary>
    public Reader(PhraseBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        _language = book.Language;
    }

    /// <summary>Reads one message in the light of what was asked. Never throws on any text.</summary>
    public Reading Read(string text, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);
        return new Reading { Language = _language };
    }
}
