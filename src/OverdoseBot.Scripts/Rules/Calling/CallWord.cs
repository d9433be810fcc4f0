using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The words that send for help.</summary>
internal static partial class CallWord
{
    public static bool In(string text) => Call().IsMatch(text);

    [GeneratedRegex(@"\b[Cc]all \{emergency(\.first)?\}")]
    private static partial Regex Call();
}
