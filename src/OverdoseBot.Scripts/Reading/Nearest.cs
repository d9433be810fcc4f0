namespace OverdoseBot.Scripts.Reading;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    /// <summary>" Did you mean "…"?", or nothing when no known word is near.</summary>
    public static string Hint(string word, IEnumerable<string> known)
    {
        var best = known.Select(k => (Word: k, Far: Distance(word, k)))
            .OrderBy(k => k.Far).ThenBy(k => k.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Far <= Math.Max(1, Math.Min(word.Length, best.Word.Length) / 3)
            ? $" Did you mean \"{best.Word}\"?"
            : "";
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 4 || a.Length > 60)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
