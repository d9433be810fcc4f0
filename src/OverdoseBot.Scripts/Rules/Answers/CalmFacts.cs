namespace OverdoseBot.Scripts.Rules;

/// <summary>Facts that say the danger is less. Only the person may say them, never a guess of ours.</summary>
internal static class CalmFacts
{
    private static readonly string[] Facts = ["breathing-now", "woke", "staying", "crew-here", "taken-over", "planning", "after"];

    public static bool Contains(string fact) => Facts.Contains(fact);
}
