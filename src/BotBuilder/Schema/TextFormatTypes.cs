namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.TextFormat"/> (wire-protocols.md 1.2: always send it).</summary>
public static class TextFormatTypes
{
    /// <summary>The text is Markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>The text is plain.</summary>
    public const string Plain = "plain";

    /// <summary>The text is XML.</summary>
    public const string Xml = "xml";
}
