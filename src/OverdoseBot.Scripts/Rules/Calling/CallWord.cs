namespace OverdoseBot.Scripts.Rules;

/// <summary>The words that send for help.</summary>
internal static class CallWord
{
    public static bool In(string text, Library library) => RuleWords.Of(library).Call.IsMatch(text);
}
