using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot.Practising;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Turns what was said into message activities with <c>channelData.guide</c> (ARCHITECTURE section 6).</summary>
internal static class Guide
{
    /// <summary>The path of the page that makes a household plan in the person's own browser.</summary>
    public const string PlanPage = "/plan";

    /// <summary>The choice that opens it.</summary>
    private const string OpenPlan = "open-plan";

    // By step and choice, as long as the scripts are there. Nobody changes one: links, which are, are not among them.
    private static readonly ConditionalWeakTable<Step, ConditionalWeakTable<Choice, CardAction>> _buttons = new();

    /// <summary>The activities of a turn, in order.</summary>
    public static IActivity[] Activities(Turn turn)
    {
        var clock = ClockPlan.Shown(turn.Record);
        var quiet = turn.Library.OnlyClocksWhen.Any(turn.Knows);
        var activities = new List<IActivity>();
        foreach (var said in turn.Said)
        {
            for (var i = 0; i < said.Composed.Texts.Length; i++)
            {
                var last = i == said.Composed.Texts.Length - 1;
                activities.Add(Message(turn, said, said.Composed.Texts[i], last, clock, quiet));
            }
        }

        return [.. activities];
    }

    private static Activity Message(Turn turn, Utterance said, string text, bool last, SetAlarm? clock, bool quiet)
    {
        var step = said.Step;
        var guide = new JObject { ["step"] = step.Place.ToString(), ["kind"] = Kind(said.Drill is null ? step.Kind : StepKind.Drill) };
        if (turn.Region.Dial is { } dial)
        {
            guide["call"] = dial;
        }

        if (said.Drill is { } drill)
        {
            guide["pace"] = drill.Pace;
            guide["clock"] = drill.Clock;
            guide["drill"] = drill.Json();
        }
        else
        {
            Aids(guide, turn, step, clock, quiet);
        }

        if (said.Line is { } line)
        {
            guide["line"] = new JObject { ["name"] = line.Name, ["call"] = line.Call, ["text"] = line.Text };
        }

        if (said.Offer)
        {
            guide["offer"] = true;
        }

        if (said.Handoff is { } state)
        {
            guide["handoff"] = state;
        }

        if (said.Person is { } person)
        {
            guide["person"] = person;
        }

        var data = new JObject { ["guide"] = guide };
        if (said.HasPlain)
        {
            data["plain"] = true;
        }

        if (said.Reminder)
        {
            data[Reminders.Name] = true;
        }

        if (said.Again)
        {
            data["again"] = true;
        }

        var message = new Activity(ActivityTypes.Message)
        {
            Text = text,
            TextFormat = TextFormatTypes.Plain,
            Locale = turn.Record.Language,
            InputHint = InputHints.ExpectingInput,
            ChannelData = data,
        };
        if (last && !turn.Record.Sms && !said.Composed.Choices.IsEmpty)
        {
            message.SuggestedActions = new SuggestedActions { Actions = [.. said.Composed.Choices.Select(c => c.Answer == OpenPlan ? Link(turn, c) : Button(said, c))] };
        }

        if (last && turn.Calendar is { } calendar && said == turn.Said[^1] && step.Kind == StepKind.Prepare)
        {
            message.Attachments = [CalendarFile.Attached(calendar)];
        }

        return message;
    }

    /// <summary><c>guide.clock</c>.</summary>
    public static JObject Clock(SetAlarm clock) => new()
    {
        ["name"] = clock.Name,
        ["due"] = clock.Due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
    };

    private static void Aids(JObject guide, Turn turn, Step step, SetAlarm? clock, bool quiet)
    {
        if (!quiet && Beat.Of(turn, step) is { } pace)
        {
            guide["pace"] = new JObject { ["kind"] = pace.Kind, ["perMinute"] = pace.Rate(turn.Knows) };
        }

        if (clock is not null)
        {
            guide["clock"] = Clock(clock);
        }
    }

    private static JObject Value(Step step, Choice choice) => new() { ["step"] = step.Place.ToString(), ["answer"] = choice.Answer };

    // Opened by the client, and nothing is sent. It is relative to the service, which alone knows where it is reached.
    private static CardAction Link(Turn turn, Choice choice) => new()
    {
        Type = ActionTypes.OpenUrl,
        Title = choice.Web,
        Value = $"{PlanPage}?region={turn.Record.Region}&language={turn.Record.Language}",
    };

    // The buttons of a step are the same each time; those of a practice come from words that are made for it.
    private static CardAction Button(Utterance said, Choice choice)
    {
        if (said.Drill is null)
        {
            return _buttons.GetValue(said.Step, _ => new ConditionalWeakTable<Choice, CardAction>()).GetValue(choice, c => Made(said.Step, c));
        }

        var button = Made(said.Step, choice);
        ((JObject)button.Value)[DrillEar.Button] = true;
        return button;
    }

    private static CardAction Made(Step step, Choice choice) => new()
    {
        Type = ActionTypes.MessageBack,
        Title = choice.Web,
        Text = choice.Web,
        DisplayText = choice.Web,
        Value = Value(step, choice),
    };

    /// <summary>The word for a kind of step.</summary>
    public static string Kind(StepKind kind) => kind switch
    {
        StepKind.Triage => "triage",
        StepKind.Emergency => "emergency",
        StepKind.Prepare => "prepare",
        StepKind.Drill => "drill",
        StepKind.After => "after",
        StepKind.Support => "support",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
