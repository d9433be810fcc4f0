using System.Collections.Concurrent;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Short walks for tests.</summary>
internal static class Walks
{
    private static readonly ConcurrentDictionary<(int Limit, string Language), Task<WalkResult>> _shipped = new();

    /// <summary>Reads text.</summary>
    public static Ear Ear { get; } = new(Shipped.Reader);

    public static Scene Scene(Library library, bool sms, string region = "us", string language = "en", bool practises = false) => new(library, region, language, sms, practises: practises);

    public static Task<WalkResult> RunAsync(Library library, bool sms, int limit) => RunAsync(Scene(library, sms), limit, Depth.Whole);

    public static Task<WalkResult> RunAsync(Scene scene, int limit, Depth depth) =>
        new Walk(new Outing(scene, depth), Ear, SafetyRules.All, limit, _ => { }).RunAsync(TimeProvider.System, CancellationToken.None);

    /// <summary>The shipped scripts, walked once for all tests.</summary>
    public static Task<WalkResult> ShippedAsync(int limit, string language = "en") =>
        _shipped.GetOrAdd((limit, language), k => RunAsync(Scene(Shipped.Library, sms: false, language: k.Language), k.Limit, Depth.Whole));

    /// <summary>Walks until a rule finds a fault, and no further.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="limit">How many states at most.</param>
    /// <param name="rule">The number of the rule.</param>
    /// <param name="most">After how many turns it gives up.</param>
    /// <returns>After how many turns it was found; null: it was not.</returns>
    public static async Task<int?> FirstAsync(Scene scene, int limit, string rule, int most = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        var watched = new Watched(SafetyRules.All.Single(r => r.Number == rule), most, stop.Cancel);
        try
        {
            await new Walk(new Outing(scene, Depth.Whole), Ear, [watched], limit, _ => { }).RunAsync(TimeProvider.System, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was looked for is found, or was looked for long enough.
        }

        return watched.FoundAt;
    }
}
