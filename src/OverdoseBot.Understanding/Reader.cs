using System.Runtime.InteropServices;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Examples;
using OverdoseBot.Understanding.Feelings;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding;

/// <summary>Reads messages. Immutable and safe to share: the same text at the same step always reads the same.</summary>
public sealed class Reader
{
    [ThreadStatic]
    private static Desk? s_desk;

    private readonly PhraseBook _book;
    private readonly Tokeniser _tokeniser;
    private readonly ClassIndex _classes;
    private readonly FeelingIndex _feelings;
    private readonly DeathReader _death;
    private readonly OwnReader _own;
    private readonly MessageReader _messages;
    private readonly BesideReader _besides;
    private readonly MeaningTable _meanings;
    private readonly AnswerPicker _answers;
    private readonly IntentPicker _intents;
    private readonly DistressGauge _distress;
    private readonly Predicate<string> _isInner;
    private readonly DoseReader _doses;

    /// <summary>Compiles a phrase book once; reading is cheap afterwards.</summary>
    public Reader(PhraseBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        _book = book;
        var words = new Vocabulary(book);
        _tokeniser = new Tokeniser(words, book);
        _classes = new ClassIndex(book, words);
        _meanings = new MeaningTable(book);
        _feelings = new FeelingIndex(book.Feelings.Words, book.Feelings.Words, words);
        _death = new DeathReader(new FeelingIndex(book.Feelings.Death, book.Feelings.Words, words));
        _answers = new AnswerPicker(book, _meanings);
        Matcher Of(Hearing hearing) => new(new Patterns(book, words, _classes, _meanings, hearing));
        _own = new OwnReader(_meanings, Of(Hearing.Own));
        _messages = new MessageReader(book, _meanings, Of(Hearing.Main), _answers);
        _besides = new BesideReader(_meanings, Of(Hearing.Beside));
        Feelings = new FeelingReader(_meanings);
        Traits = new TraitWriter(new Bits(words, _classes));
        CallOuts = new CallOuts(book, _classes);
        _intents = new IntentPicker(book);
        _distress = new DistressGauge(book.Feelings, _meanings);
        _isInner = book.Inner.ToHashSet(StringComparer.Ordinal).Contains;
        _doses = new DoseReader(_meanings.Id("dose-given"));
    }

    /// <summary>Reads one message in the light of what was asked. Never throws on any text.</summary>
    public Reading Read(string text, Asked asked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asked);

        return Read(text, asked, explains: false).Reading with { Explain = () => Read(text, asked, explains: true).Why };
    }

    private (Reading Reading, IReadOnlyList<string> Why) Read(string text, Asked asked, bool explains)
    {
        var desk = s_desk ??= new Desk();
        desk.Explains = explains;
        Hear(text, asked, desk);
        Feelings.Read(text, desk);
        return (Conclude(text, desk, asked, 0, _book.Language, 0), [.. desk.Why ?? []]);
    }

    /// <summary>What weighs the feelings of this book's language.</summary>
    internal FeelingReader Feelings { get; }

    /// <summary>What tells the traits of a message that lies on a desk.</summary>
    internal TraitWriter Traits { get; }

    /// <summary>What tells what is only called out.</summary>
    internal CallOuts CallOuts { get; }

    /// <summary>The meanings of this book, numbered.</summary>
    internal MeaningTable Meanings => _meanings;

    /// <summary>Reads a message onto a desk, up to what each match says.</summary>
    internal void Hear(string text, Asked asked, Desk desk)
    {
        desk.Clear();
        _tokeniser.Read(text, desk.Sentence);
        _classes.Mark(desk.Sentence);
        TwoJobs.Resolve(desk.Sentence);
        ClauseSplitter.Split(desk.Sentence, desk.Clauses);
        MannerReader.Read(desk.Sentence, desk.Clauses);
        _feelings.Mark(desk.Sentence);
        _own.Read(text, desk, asked);
        _death.Read(text, desk);
        _messages.Read(text, desk, asked);
        _besides.Read(text, desk, asked);
    }

    /// <summary>Sums up what lies on a desk.</summary>
    internal Reading Conclude(string text, Desk desk, Asked asked, int repeats, string language, int signs)
    {
        Behaviour.Read(text, desk, _book.Feelings.Behaviour);
        var distress = _distress.Read(desk, repeats);
        desk.Heard.Settle(_meanings);
        var answer = _answers.Pick(desk.Heard, asked);
        var heard = new List<string>(desk.Heard.Items.Count);
        var facts = new List<string>();
        foreach (ref readonly var item in CollectionsMarshal.AsSpan(desk.Heard.Items as List<Item>))
        {
            var word = _meanings.Word(item.Meaning);
            if (!heard.Contains(word))
            {
                heard.Add(word);
                if (_meanings.Facts.Contains(word))
                {
                    facts.Add(word);
                }
            }
        }

        // What only leads to an answer shows the intent too, and is told to nobody.
        var intent = _intents.Pick(heard);
        heard.RemoveAll(_isInner);
        return new Reading
        {
            Answer = answer,
            Doubted = _answers.Doubted(desk.Heard, asked),
            Heard = heard,
            Facts = facts,
            Intent = intent,
            Distress = distress,
            Language = language,
            LanguageSigns = signs,
            EndsInDenial = OpenDenial.In(desk.Sentence),
            MayEndASentence = OpenDenial.MayBeEndedBy(desk.Sentence, desk.Clauses),
            Dose = _doses.Read(desk),
        };
    }
}
