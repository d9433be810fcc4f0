using System.Collections.Immutable;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Bot;

/// <summary>One turn under way: the record as it changes, what was heard, and what will be said.</summary>
internal sealed class Turn(Library library, CaseRecord record, DateTimeOffset now)
{
    // A script that leads round in circles ends here with an error, and safety rule 10 answers.
    private const int MostSteps = 32;
    private int _steps;
    private Library? _spoken;
    private string? _language;

    /// <summary>The scripts in the person's language, which may change within the turn. Asked for a hundred times in one.</summary>
    public Library Library
    {
        get
        {
            if (_language != Record.Language)
            {
                (_language, _spoken) = (Record.Language, library.In(Record.Language));
            }

            return _spoken!;
        }
    }

    public DateTimeOffset Now { get; } = now;

    /// <summary>The record as the turn found it.</summary>
    public CaseRecord Before { get; } = record;

    public CaseRecord Record { get; set; } = record;

    /// <summary>Facts of this message that no answer has used yet.</summary>
    public HashSet<string> Facts { get; } = new(StringComparer.Ordinal);

    public Reading? Reading { get; set; }

    /// <summary>True when the person wrote; a tap is nobody's words.</summary>
    public bool Typed { get; set; }

    /// <summary>"If they still …", in front of the next message.</summary>
    public string? Lead { get; set; }

    public List<Aside> Asides { get; } = [];

    public List<Utterance> Said { get; } = [];

    /// <summary>How the hand-off stands, said behind the step's own message: the aside, and the state for clients.</summary>
    public List<(Aside Aside, string State)> Notices { get; } = [];

    /// <summary>True: nothing was said yet in this case. Its first message says the number, whatever the person told with it.</summary>
    public bool Opens { get; set; } = record.Stack.IsEmpty;

    /// <summary>True: the step is said once more in the words of another language or country, with all that its last message asked for.</summary>
    public bool InOtherWords { get; set; }

    /// <summary>What goes to the hub, in order.</summary>
    public List<Activity> ToHub { get; } = [];

    /// <summary>What goes to the person's own reminder, which is a record apart: to set it or to end it.</summary>
    public List<Activity> ToReminder { get; } = [];

    /// <summary>The question with a right answer that this message answered; null: none.</summary>
    public QuizAnswer? Quizzed { get; set; }

    /// <summary>From when on the stored text of earlier turns is to be deleted with this one; null: it stays.</summary>
    public DateTimeOffset? ErasesSince { get; set; }

    /// <summary>What is to be kept of this turn itself.</summary>
    public Forgets Forgets { get; set; }

    /// <summary>The calendar file to give with the last message; null: none.</summary>
    public string? Calendar { get; set; }

    /// <summary>True: this turn is beside the steps. It neither restarts nor stops a clock of the step.</summary>
    public bool KeepsClocks { get; set; }

    /// <summary>
    /// True: the message said only how the writer is. The step is said as it stands, with the offer of a person; nothing of it is counted, and its clocks go on.
    /// </summary>
    public bool Beside { get; set; }

    /// <summary>Words said in place of the step's own: its line of "how", a prompt, the repeated question. Null: its own.</summary>
    public Wording? Words { get; set; }

    /// <summary>What the event of this turn asks for instead of a reading; null in a message turn.</summary>
    public Move? Forced { get; set; }

    /// <summary>The language in which to ask for another opinion; null: none is wanted.</summary>
    public string? OpinionIn { get; set; }

    /// <summary>The step of a clock that this message made due at once; taken when the message itself moves nowhere.</summary>
    public Place? Overdue { get; set; }

    public Region Region => Library.Regions[Record.Region];

    /// <summary>True when the scripts speak a language.</summary>
    public bool Speaks(string language) => library.In(language).Language == language;

    /// <summary>The product that they have, if they named it.</summary>
    public Product? Product => Record.Product is { } id ? Library.Products.GetValueOrDefault(id) : null;

    public bool Knows(string fact) => Facts.Contains(fact) || (fact == Scripts.Facts.NoReminders && Record is { Sms: true, NoReminders: true }) || (fact == Scripts.Facts.OnPage && !Record.Sms) || (fact == Scripts.Facts.NoCase && Forgetting.NoCase(this)) || (Scripts.Facts.AboutPlace(fact, Library, Region) ?? Record.Has(fact));

    /// <summary>Whether this message says a fact, used by an answer or not.</summary>
    public bool Hears(string fact) =>
        Reading is { } reading && reading.Heard.Append(reading.Answer).OfType<string>().Any(word => Library.Fact(word) == fact);

    /// <summary>
    /// The record without what a step ends. Who was called and who is there ends only for who comes to it: told in this very message, or at the step, it is true.
    /// </summary>
    public CaseRecord Without(Step step, ImmutableArray<string> ended) =>
        Record.Without(ended.RemoveAll(mark => Library.CallLine.Until.Contains(mark) && (Hears(mark) || step.Place == Before.Top())));

    public void CountStep()
    {
        if (++_steps > MostSteps)
        {
            throw new InvalidOperationException("The script leads round in circles.");
        }
    }
}

/// <summary>Messages of one step, before they become activities.</summary>
/// <param name="Step">The step they belong to.</param>
/// <param name="Composed">The messages.</param>
/// <param name="Line">A human line to show, or null.</param>
internal sealed record Utterance(Step Step, Composed Composed, HumanLine? Line)
{
    /// <summary>True: the step can be said without the drug that this names.</summary>
    public bool HasPlain { get; init; }

    /// <summary>True: it was said before and did not arrive.</summary>
    public bool Again { get; init; }

    /// <summary>The state of the hand-off that it tells of; null: it does not.</summary>
    public string? Handoff { get; init; }

    /// <summary>True: it offers a person unasked, beside a step that was said before.</summary>
    public bool Offer { get; init; }

    /// <summary>What it carries as a message of a practice; null: it is none.</summary>
    public DrillPart? Drill { get; init; }

    /// <summary>True: it reminds somebody of a kit, months later.</summary>
    public bool Reminder { get; init; }

    /// <summary>The name shown of the person who says it; null: the bot does.</summary>
    public string? Person { get; init; }
}
