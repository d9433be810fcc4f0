namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.AttachmentLayout"/> (wire-protocols.md 1.2).</summary>
public static class AttachmentLayoutTypes
{
    /// <summary>One under another.</summary>
    public const string List = "list";

    /// <summary>Side by side.</summary>
    public const string Carousel = "carousel";
}
