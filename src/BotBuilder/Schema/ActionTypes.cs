namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="CardAction.Type"/>; what a tap does is in wire-protocols.md 1.3.</summary>
public static class ActionTypes
{
    /// <summary>Opens the value as an address.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Posts the value as a visible message.</summary>
    public const string ImBack = "imBack";

    /// <summary>Posts the value without showing it.</summary>
    public const string PostBack = "postBack";

    /// <summary>Plays the sound at the value.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays the film at the value.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows the picture at the value.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads the file at the value.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Starts signing in at the value.</summary>
    public const string Signin = "signin";

    /// <summary>Dials the value, a <c>tel:</c> address.</summary>
    public const string Call = "call";

    /// <summary>Posts text and value; shows the display text.</summary>
    public const string MessageBack = "messageBack";
}
