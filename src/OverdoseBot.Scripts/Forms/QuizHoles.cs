namespace OverdoseBot.Scripts;

/// <summary>What stands between braces for how many answers were right.</summary>
public static class QuizHoles
{
    /// <summary>Of the last time that the questions were asked.</summary>
    public const string Right = "quiz.right";

    /// <summary>Of the time before the facts.</summary>
    public const string Before = "quiz.before";

    /// <summary>True for either; each is one digit.</summary>
    internal static bool Are(string hole) => hole is Right or Before;
}
