using System.Collections.Immutable;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>The turns from a first message about an emergency to the reply that tells breaths or pushes.</summary>
internal sealed record Chain(ImmutableArray<Edge> Turns)
{
    /// <summary>Answers between that first message and that reply.</summary>
    public int Answers => Turns.Length - 1;
}

/// <summary>
/// Rule 3: finds the longest such chain. Every first message and every answer to what is asked is tried. Left out are detours that the person
/// chooses (a step said again, a side state) and good news, after which no breaths are due.
/// </summary>
internal sealed class Chains(Scene scene, Ear ear)
{
    /// <summary>The most answers that may lie between.</summary>
    public const int Most = 2;

    private const int Deepest = 6;
    private readonly Driver _driver = new(scene, ear);
    private readonly InputBook _inputs = new(scene, ear);

    /// <summary>The longest chain; with <paramref name="calling"/> "I am calling" may be answered on the way.</summary>
    public async Task<Chain?> LongestAsync(bool calling)
    {
        var record = scene.Fresh;
        if (!scene.Sms)
        {
            record = (await _driver.RunAsync(record, PathInput.Opens, Walk.Start, null)).After;
        }

        return await LongestAsync(record, Walk.Start, [], calling);
    }

    private async Task<Chain?> LongestAsync(CaseRecord record, DateTimeOffset since, ImmutableArray<Edge> turns, bool calling)
    {
        Chain? longest = null;
        var at = turns.IsEmpty ? scene.Library.Scripts["respond"].Start : turns[^1].To!;
        foreach (var input in _inputs.Moving(scene.Library.Find(at)!).Where(i => i.IsMessage))
        {
            var edge = await _driver.RunAsync(record, input, since + Driver.Pause, null);
            if (!LeadsOn(edge, turns.IsEmpty, calling))
            {
                continue;
            }

            ImmutableArray<Edge> way = [.. turns, edge];
            var chain = edge.Meant.TellsCare || way.Length > Deepest
                ? new Chain(way)
                : await LongestAsync(RecordJson.Read(RecordJson.Write(edge.After)), edge.Now, way, calling);
            longest = chain is not null && (longest is null || chain.Answers > longest.Answers) ? chain : longest;
        }

        return longest;
    }

    private bool LeadsOn(Edge edge, bool first, bool calling)
    {
        if (Places.Rank(edge.To) < 0)
        {
            return false;
        }

        var step = scene.Library.Find(edge.At)!;
        var answers = first || edge.Input.Unclear || step.Answers.Any(a => edge.Input.Facts.Contains(scene.Library.Fact(a.Word)));
        var repeats = edge.To == edge.At;
        return repeats ? calling && edge.Input.Facts.Contains("called") && !edge.Before.Has("called") : answers;
    }
}
