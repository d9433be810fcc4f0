namespace OverdoseBot.Bot;

/// <summary>The short questions on what somebody knows: how far they are, so that they see how many they had right.</summary>
/// <param name="After">True: asked after the facts were told.</param>
/// <param name="Right">How many were right, this time.</param>
/// <param name="Before">How many were right before the facts; null: never asked then.</param>
public sealed record Quiz(bool After, int Right, int? Before)
{
    /// <summary>The mark of somebody who was told the facts (<c>mark</c> of a step).</summary>
    public const string FactsTold = "facts-told";
}

/// <summary>One question that was answered; it names nobody, and is only counted.</summary>
/// <param name="After">True: after the facts were told.</param>
/// <param name="Right">True: the answer was right.</param>
public sealed record QuizAnswer(bool After, bool Right);
