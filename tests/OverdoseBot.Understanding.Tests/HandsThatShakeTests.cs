using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace OverdoseBot.Understanding.Tests;

/// <summary>
/// What somebody types with shaking hands is read as if they had typed it calmly: every labelled message of the whole sets that nobody is blind to, once more
/// with a slip of the thumb, in capitals, with words around it that say nothing, or of somebody else.
/// </summary>
public sealed partial class HandsThatShakeTests(ITestOutputHelper output)
{
    private const StringComparison Exact = StringComparison.Ordinal;
    private const string Rows = "qwertyuiop asdfghjkl zxcvbnm";

    // How it is changed in English and in Spanish, and what stands today: how many of a hundred are right (97 of the calm ones are), and how many are unsafe.
    private static readonly Dictionary<string, (Func<string, string> English, Func<string, string> Spanish, double Right, int Unsafe)> s_slips = new(StringComparer.Ordinal)
    {
        ["no apostrophes"] = Both(t => t.Replace("'", "", Exact).Replace("’", "", Exact), 0.95, 0),
        ["curly apostrophes"] = Both(t => t.Replace('\'', '’'), 0.95, 0),
        ["capitals"] = Both(t => t.ToUpperInvariant(), 0.97, 2),
        ["a letter twice"] = Both(t => InLongest(t, (w, i) => w.Insert(i, w[i].ToString())), 0.97, 0),
        ["a letter dropped"] = Both(t => InLongest(t, (w, i) => w.Remove(i, 1)), 0.96, 9),
        ["letters swapped"] = Both(t => InLongest(t, (w, i) => w[..i] + w[i + 1] + w[i] + w[(i + 2)..]), 0.96, 3),
        ["the key beside"] = Both(t => InLongest(t, (w, i) => w[..i] + Beside(w[i]) + w[(i + 1)..]), 0.96, 7),
        ["faces"] = Both(t => t + " 😭😭🙏", 0.97, 0),
        ["dots"] = Both(t => t.Replace(", ", "... ", Exact) + "....", 0.97, 0),
        ["marks"] = Both(t => t.EndsWith('?') ? t : t.TrimEnd('.') + "!!!!", 0.97, 1),
        ["lines"] = Both(t => t.Replace(". ", "\n", Exact).Replace(", ", "\n", Exact), 0.97, 0),
        ["spaces"] = Both(t => t.Replace(" ", "  ", Exact) + " ", 0.97, 0),
        ["twice"] = Both(t => t + "\n" + t, 0.96, 7),
        ["called out before"] = (t => "omg " + t, t => "ay dios " + t, 0.965, 2),
        ["words that stumble"] = (t => "ok so um " + t, t => "eh este " + t, 0.97, 2),
        ["please"] = (t => t + " please", t => t + " por favor", 0.965, 1),
        ["hurry"] = (t => t + " please hurry", t => t + " apúrense por favor", 0.96, 2),
        ["help"] = (t => t + " help me", t => t + " ayúdenme", 0.965, 0),
        ["what to do"] = (t => t + " what do i do", t => t + " qué hago", 0.965, 1),
        ["who it is"] = (t => "its my son. " + t, t => "es mi hijo. " + t, 0.94, 9),
        ["who it is, run on"] = (t => "this is about my mom " + t, t => "es por mi mamá " + t, 0.91, 24),
        ["dictated"] = (t => t.Replace(", ", " comma ", Exact).Replace(". ", " period ", Exact) + " period", t => t.Replace(", ", " coma ", Exact).Replace(". ", " punto ", Exact) + " punto", 0.96, 3),
        ["where they are, run on"] = (t => "we are in the bathroom " + t, t => "estamos en el baño " + t, 0.965, 0),
        ["where they are"] = (t => "im at the park with him. " + t, t => "estoy en el parque. " + t, 0.965, 0),
        ["she for he"] = (t => Swap(t, ("he", "she"), ("his", "her"), ("him", "her"), ("hes", "shes"), ("he's", "she's")), Same, 0.95, 2),
        ["he for she"] = (t => Swap(t, ("she", "he"), ("her", "him"), ("shes", "hes"), ("she's", "he's")), Same, 0.94, 0),
        ["the guy for he"] = (t => Swap(t, ("he", "the guy"), ("she", "this girl"), ("hes", "the guy is"), ("shes", "this girl is"), ("he's", "the guy is"), ("she's", "this girl is")), Same, 0.88, 5),
        ["a name for he"] = (t => Swap(t, ("he", "marcus"), ("she", "tanya"), ("hes", "marcus is"), ("shes", "tanya is"), ("he's", "marcus is"), ("she's", "tanya is")), Same, 0.91, 5),
    };

    private static readonly Lazy<IReadOnlyList<(Labelled Message, string Language)>> s_calm = new(() =>
    [
        .. ((IEnumerable<string>)["en-1", "en-3", "en-4", "en-5", "es-1", "es-3", "es-4", "en-8", "en-9", "es-8", "es-9"])
            .SelectMany(set => Labelled.LoadWhole(WholeSetTests.PathOf(set + ".tsv")).Select(message => (message, set[..2])))
            .Where(calm => !Unsafe.Is(calm.message, calm.message.Read(Home.Both, calm.Item2))),
    ]);

    public static TheoryData<string> Slips => [.. s_slips.Keys];

    [Theory]
    [MemberData(nameof(Slips))]
    public void Is_read_as_what_was_meant(string slip)
    {
        var (english, spanish, stands, most) = s_slips[slip];
        var (all, right, harm) = (0, 0, 0);
        foreach (var (calm, language) in s_calm.Value)
        {
            var text = language == "en" ? english(calm.Text) : spanish(calm.Text);
            if (text == calm.Text)
            {
                continue;
            }

            // Shouting and tears show how the writer is, and what else they want; what they tell is the same.
            var shaken = calm with { Text = text, Language = "*", Distress = calm.Distress == "self-harm" ? calm.Distress : "*", Intent = calm.Intent is "self-harm" or "emergency" ? calm.Intent : "*" };
            var reading = shaken.Read(Home.Both, language);
            (all, right) = (all + 1, right + (shaken.IsRight(reading) ? 1 : 0));
            if (Unsafe.Is(shaken, reading))
            {
                harm++;
                output.WriteLine($"UNSAFE {calm.At} \"{text}\" want {calm.Answer} [{calm.Facts}] {calm.Intent} {calm.Distress} got {reading.Answer ?? "unclear"} [{string.Join(' ', reading.Facts)}] {reading.Intent} {reading.Distress} | {string.Join("; ", reading.Why)}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slip}: {right} of {all} right ({100.0 * right / all:0.0} %), {harm} unsafe"));
        all.ShouldBeGreaterThan(200);
        harm.ShouldBeLessThanOrEqualTo(most);
        ((double)right / all).ShouldBeGreaterThanOrEqualTo(stands);
    }

    private static (Func<string, string> English, Func<string, string> Spanish, double Right, int Unsafe) Both(Func<string, string> change, double right, int harm) =>
        (change, change, right, harm);

    private static string Same(string text) => text;

    // In the first of the longest words, never at its ends: who slips there mostly sees it.
    private static string InLongest(string text, Func<string, int, string> change)
    {
        if (Words().Matches(text).Where(w => w.Length >= 5).MaxBy(w => w.Length) is not { } word)
        {
            return text;
        }

        var at = 1 + (text.Sum(c => c) % (word.Length - 2));
        return text[..word.Index] + change(word.Value, at) + text[(word.Index + word.Length)..];
    }

    private static string Swap(string text, params (string From, string To)[] words) =>
        Words().Replace(text, word => words.FirstOrDefault(w => w.From == word.Value).To ?? word.Value);

    private static char Beside(char letter) => Rows.IndexOf(char.ToLowerInvariant(letter), Exact) is >= 0 and var at
        ? at + 1 < Rows.Length && Rows[at + 1] != ' ' ? Rows[at + 1] : Rows[at - 1] : letter;

    [GeneratedRegex(@"[\p{L}'’]+")]
    private static partial Regex Words();
}
