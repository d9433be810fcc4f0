using System.Globalization;
using OverdoseBot.Scripts;

namespace OverdoseBot.Channels.Sms;

/// <summary>A file that answers every text while the service is down (wire-protocols.md 5.4: the provider calls its fallback address).</summary>
/// <param name="Name">Its name: <c>us.en.xml</c>.</param>
/// <param name="TwiML">What is in it.</param>
public sealed record FallbackFile(string Name, string TwiML)
{
    private const string Down = "sms.down";
    private const string Step = "page.step-";

    // " (1/9)" at the end of each.
    private const int Numbering = 6;

    /// <summary>One for each region and language, from the words for when no chat can.</summary>
    public static IEnumerable<FallbackFile> All(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return from spoken in library.InAllLanguages()
               from region in spoken.Regions.Values.OrderBy(r => r.Id, StringComparer.Ordinal)
               select new FallbackFile($"{region.Id}.{spoken.Language}.xml", Twilio.TwiML.Of([.. Texts(spoken, region).Select(t => (t, (string?)null))]) + "\n");
    }

    /// <summary>The texts: the call first, then that nobody reads what they answer, then the steps; as many as fit in one, each one segment.</summary>
    public static IReadOnlyList<string> Texts(Library library, Region region)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(region);
        var steps = Enumerable.Range(1, int.MaxValue).Select(n => Step + n.ToString(CultureInfo.InvariantCulture)).TakeWhile(library.Words.ContainsKey).ToList();
        var texts = new List<string>();
        foreach (var words in steps.Take(1).Append(Down).Concat(steps.Skip(1)).SelectMany(key => Parts(Gsm7.Fold(Holes.Fill(library.Words[key], library, region)))))
        {
            var joined = texts.Count == 0 ? words : $"{texts[^1]} {words}";
            if (texts.Count > 0 && Fits(joined))
            {
                texts[^1] = joined;
            }
            else
            {
                texts.Add(words);
            }
        }

        return [.. texts.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"{t} ({i + 1}/{texts.Count})"))];
    }

    // Words that are too long are cut behind a sentence; one that asks stays with what is done then.
    private static IEnumerable<string> Parts(string words)
    {
        while (!Fits(words) && Enumerable.Range(0, words.Length).LastOrDefault(i => i > 0 && words[i] == ' ' && words[i - 1] == '.' && Fits(words[..i])) is > 0 and var end)
        {
            yield return words[..end];
            words = words[(end + 1)..];
        }

        yield return words;
    }

    private static bool Fits(string text) => Gsm7.Septets(text) <= Gsm7.SingleSegment - Numbering;
}
