namespace Microsoft.Bot.Schema;

/// <summary>What the bot expects after its message (bot-framework-api.md 2).</summary>
public static class InputHints
{
    /// <summary>Ready for an answer, not waiting for one. The default of everything the SDK makes.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>Busy: an answer now would be lost.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>A question was asked; a speech client opens the microphone.</summary>
    public const string ExpectingInput = "expectingInput";
}
