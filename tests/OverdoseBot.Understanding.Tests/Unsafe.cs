namespace OverdoseBot.Understanding.Tests;

/// <summary>The misreadings that are defects by themselves: bad or doubtful told, good heard.</summary>
internal static class Unsafe
{
    private static readonly string[] s_goodAnswers = ["normal", "woke", "nasal", "injection", "have", "kit-here", "dose-given", "calling", "taken-over"];
    private static readonly string[] s_goodFacts = ["breathing-now", "woke", "kit-here", "dose-given", "called", "crew-here"];

    public static bool Is(Labelled told, Reading read)
    {
        var answer = read.Answer ?? "unclear";
        var same = told.Answer == "*" || told.Answer == answer;
        return (!same && s_goodAnswers.Contains(answer) && !(s_goodAnswers.Contains(told.Answer) && Kit(told.Answer) && Kit(answer)))
            || (told.Answer == "none" && answer == "slow")
            || (told.Facts != "*" && s_goodFacts.Any(fact => read.Facts.Contains(fact) && !told.Facts.Split(' ').Contains(fact)))
            || (told.Facts.Contains("stopped-breathing", StringComparison.Ordinal) && !read.Facts.Contains("stopped-breathing"))
            || (told.Intent == "self-harm" && read.Intent != told.Intent)
            || (told.Intent == "emergency" && read.Intent is not ("emergency" or "self-harm") && !InTheMidst(told.At))
            || (told.Distress == "self-harm" && read.Distress != "self-harm")
            || (told.Answer == "happening" && answer != "happening");
    }

    // Past the start the emergency is known: what the writer wants moves nothing there, the answer and the facts do.
    private static bool InTheMidst(string at) => at != "respond/start" && (at.StartsWith("respond/", StringComparison.Ordinal) || at.StartsWith("naloxone/", StringComparison.Ordinal));

    private static bool Kit(string answer) => answer is "nasal" or "injection" or "have" or "kit-here";
}
