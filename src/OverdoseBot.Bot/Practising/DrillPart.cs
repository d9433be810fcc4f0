using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Practising;

/// <summary>What a message of a practice carries beside its words (<c>guide.drill</c>, and the beat and clock of the case that is played).</summary>
/// <param name="Scenario">What is played.</param>
/// <param name="Quick">True: nobody waits for clocks.</param>
internal sealed record DrillPart(string Scenario, bool Quick)
{
    /// <summary>The beat as it stood in the message that was played; null: none.</summary>
    public JToken? Pace { get; init; }

    /// <summary>The clock, by the real time at which it will ring; null: none.</summary>
    public JObject? Clock { get; init; }

    /// <summary>How the practice came out; null: it goes on.</summary>
    public JObject? Score { get; init; }

    /// <summary>For clients: <c>{scenario, quick, score}</c>.</summary>
    public JObject Json()
    {
        var json = new JObject { ["scenario"] = Scenario, ["quick"] = Quick };
        if (Score is not null)
        {
            json["score"] = Score;
        }

        return json;
    }

    /// <summary>In front of a goal's name: what it is called beside its result.</summary>
    private const string Label = "drill.goal.";

    /// <summary>The score for clients: <c>{at, right, of, goals: [{name, label, met, seconds}]}</c>.</summary>
    public static JObject ScoreOf(IReadOnlyList<Result> results, Library library, DateTimeOffset now) => new()
    {
        ["at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["right"] = results.Count(r => r.Met),
        ["of"] = results.Count,
        ["goals"] = new JArray(results.Select(r => new JObject
        {
            ["name"] = r.Goal.Name,
            ["label"] = library.Words.GetValueOrDefault(Label + r.Goal.Name, r.Goal.Name),
            ["met"] = r.Met,
            ["seconds"] = r.After is { } after ? (int)after.TotalSeconds : null,
        })),
    };
}
