namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Says where two pages part, so that a failed chat can be read.</summary>
internal static class PageDifference
{
    private const int Most = 4;

    /// <summary>Fails with the lines that differ.</summary>
    public static void ShouldRead(this string actual, string expected, string file)
    {
        var (came, wanted) = (actual.Split('\n'), expected.Split('\n'));
        var faults = Enumerable.Range(0, Math.Max(came.Length, wanted.Length))
            .Where(i => Line(came, i) != Line(wanted, i))
            .Select(i => $"{file}:{i + 1}\n  expected  {Line(wanted, i) ?? "(end of the chat)"}\n  came      {Line(came, i) ?? "(end of the chat)"}")
            .ToList();
        if (faults.Count > 0)
        {
            Assert.Fail($"{faults.Count} lines differ. If they should: dotnet run --project src/OverdoseBot -- record\n{string.Join('\n', faults.Take(Most))}");
        }
    }

    private static string? Line(string[] lines, int i) => i < lines.Length ? lines[i] : null;
}
