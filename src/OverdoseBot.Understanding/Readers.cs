using System.Collections.Immutable;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Examples;
using OverdoseBot.Understanding.Languages;

namespace OverdoseBot.Understanding;

/// <summary>
/// Reads messages in several languages, one phrase book each. A message is read in the language it shows by its words;
/// what it says in words of another language counts too when it is bad news, or is said in that language alone.
/// Immutable and safe to share: the same text at the same step in the same language always reads the same.
/// </summary>
public sealed class Readers
{
    // The message's own language and another: more than two at once are read one after the other on the second desk.
    [ThreadStatic]
    private static (Desk Own, Desk Other)? s_desks;

    private const string Unclear = "unclear";
    private const string SelfHarm = "self-harm";
    private const string Other = "other";
    private static readonly string[] _beside = ["distress", SelfHarm, "how"];
    private static readonly string?[] _calm = ["normal", "breathing-now", "woke", "staying"];

    private readonly ImmutableArray<string> _languages;
    private readonly ImmutableArray<string> _denials;
    private readonly ImmutableArray<Reader> _readers;
    private readonly ImmutableArray<SecondReader> _second = [];
    private readonly LanguageEar _ear;

    /// <summary>Compiles the books once; reading is cheap afterwards.</summary>
    /// <param name="books">One book a language; the first is the one for a language that no book is in.</param>
    /// <exception cref="ArgumentException">There is no book, or two are in one language.</exception>
    public Readers(IReadOnlyList<PhraseBook> books)
    {
        ArgumentNullException.ThrowIfNull(books);
        _languages = [.. books.Select(book => book.Language)];
        if (_languages.Length == 0 || _languages.Distinct(StringComparer.Ordinal).Count() != _languages.Length)
        {
            throw new ArgumentException("There must be one phrase book a language, and at least one.", nameof(books));
        }

        _denials = [.. books.Select(book => book.Denial)];
        Places = [.. books.SelectMany(book => book.Places)];
        _readers = [.. books.Select(book => new Reader(book))];
        _ear = new LanguageEar(books);
    }

    private Readers(IReadOnlyList<PhraseBook> books, Learned learned)
        : this(books) => _second = [.. books.Select((book, i) => new SecondReader(learned, book, _readers[i].Traits.For(learned), _readers[i].Meanings))];

    /// <summary>The readers of a folder of dialogs: its phrase books, and the second reader who learned from its examples.</summary>
    /// <exception cref="PhraseBookException">A book has faults.</exception>
    /// <exception cref="FormatException">The examples were not learned as they are now; the message says what to do.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Readers In(string dialogs) => new(PhraseBooks.In(dialogs), Lessons.Read(dialogs));

    /// <summary>The steps and dialogs that the books name.</summary>
    public IReadOnlyList<PhrasePlace> Places { get; }

    /// <summary>The language tags, in the order of the books.</summary>
    public IReadOnlyList<string> Languages => _languages;

    /// <summary>Reads one message in the light of what was asked. Never throws on any text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="asked">The step it was written at.</param>
    /// <param name="language">The language of the conversation so far, such as <c>en</c>; it stays unless the words clearly show another.</param>
    /// <param name="repeats">How often the same message came just before, within two minutes: repeating shows how the writer is.</param>
    /// <returns>The reading; its <see cref="Reading.Language"/> is the language the message is written in.</returns>
    public Reading Read(string text, Asked asked, string language, int repeats = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(language);

        return Read(text, asked, language, repeats, explains: false).Reading with { Explain = () => Read(text, asked, language, repeats, explains: true).Why };
    }

    /// <summary>
    /// Reads a message that comes right behind one that <see cref="Reading.EndsInDenial"/>: "hes not" … "breathing normally". Good news of breath and waking
    /// is read as the end of that sentence; what is good news even then is unclear. The rest is read as by <see cref="Read(string, Asked, string, int)"/>.
    /// </summary>
    public Reading ReadOn(string text, Asked asked, string language, int repeats = 0)
    {
        var reading = Read(text, asked, language, repeats);
        if (!IsCalm(reading) || !reading.MayEndASentence || !text.Any(char.IsLetter))
        {
            return reading;
        }

        var denied = Read($"{_denials[Math.Max(0, _languages.IndexOf(reading.Language, StringComparer.Ordinal))]} {text}", asked, language, repeats);
        return !IsCalm(denied) ? denied : denied with { Answer = Unclear, Doubted = asked.Answers, Heard = [.. denied.Heard.Where(w => !_calm.Contains(w))], Facts = [.. denied.Facts.Where(w => !_calm.Contains(w))] };
    }

    private static bool IsCalm(Reading reading) => _calm.Contains(reading.Answer) || reading.Heard.Any(_calm.Contains);

    private (Reading Reading, IReadOnlyList<string> Why) Read(string text, Asked asked, string language, int repeats, bool explains)
    {
        var (whole, why) = Weigh(text, asked, language, repeats, explains, out var own);
        if (_readers[own].CallOuts.Without(text, s_desks!.Value.Own) is not { } core)
        {
            return (whole, why);
        }

        // What is said is read without what is called out around it; how the writer is, from all of it.
        var (said, because) = Weigh(core, asked, whole.Language, repeats, explains, out _);
        return (Felt(said, whole), [.. because, $"called out: {string.Join("; ", why)}"]);
    }

    // Where the rest says nothing, what is called out is the news.
    private static Reading Felt(Reading said, Reading whole) => said is { Answer: null or Unclear, Heard.Count: 0 } ? whole : said with
    {
        Distress = said.Distress == SelfHarm ? SelfHarm : whole.Distress,
        Intent = whole.Intent == SelfHarm || said.Intent == Other ? whole.Intent : said.Intent,
        Heard = [.. said.Heard, .. _beside.Where(f => whole.Heard.Contains(f) && !said.Heard.Contains(f))],
        Language = whole.Language,
        LanguageSigns = whole.LanguageSigns,
    };

    private (Reading Reading, IReadOnlyList<string> Why) Weigh(string text, Asked asked, string language, int repeats, bool explains, out int own)
    {
        var desk = (s_desks ??= (new Desk(), new Desk())).Own;
        desk.Explains = s_desks.Value.Other.Explains = explains;
        var first = First(text, asked, language, repeats, out own);
        return (_second.IsEmpty ? first : _second[own].Weigh(first, text, desk, asked, repeats), [.. desk.Why ?? []]);
    }

    /// <summary>Gives the traits of a message to a taker.</summary>
    internal void Tell<TTaker>(string text, Asked asked, string language, ref TTaker taker, PartNames? names)
        where TTaker : struct, ITraitTaker
    {
        var first = First(text, asked, language, 0, out var own);
        _readers[own].Traits.Write(text, s_desks!.Value.Own, first, asked, ref taker, names);
    }

    // As the grammar alone reads it; the desk keeps what lies on it.
    private Reading First(string text, Asked asked, string language, int repeats, out int own)
    {
        Span<int> weights = stackalloc int[_readers.Length];
        var written = _ear.Hear(text, Math.Max(0, _languages.IndexOf(language, StringComparer.Ordinal)), weights, out own);
        var desks = s_desks ??= (new Desk(), new Desk());
        _readers[own].Hear(text, asked, desks.Own);
        _readers[own].Feelings.Read(text, desks.Own);
        for (var other = 0; other < _readers.Length; other++)
        {
            if (other != own && weights[other] > 0)
            {
                _readers[other].Hear(text, asked, desks.Other);
                new Borrowing(_ear, text, own, other).Add(desks.Own, _readers[own].Meanings, desks.Other, _readers[other].Meanings);
                _readers[other].Feelings.Read(text, desks.Other, _ear, other, desks.Own.Sentence);
                desks.Own.Feel(desks.Other);
            }
        }

        return _readers[own].Conclude(text, desks.Own, asked, repeats, _languages[written], weights[written]);
    }
}
