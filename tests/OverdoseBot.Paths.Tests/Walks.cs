using System.Collections.Concurrent;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Short walks for tests.</summary>
internal static class Walks
{
    private static readonly ConcurrentDictionary<(string Scene, int Limit), Task<WalkResult>> _shipped = new();

    /// <summary>Reads text.</summary>
    public static Ear Ear { get; } = new(Shipped.Reader);

    public static Scene Scene(Library library, bool sms, string region = "us", string language = "en", bool practises = false) => new(library, region, language, sms, practises: practises);

    public static Task<WalkResult> RunAsync(Library library, bool sms, int limit) => RunAsync(Scene(library, sms), limit, Depth.Whole);

    public static Task<WalkResult> RunAsync(Scene scene, int limit, Depth depth) =>
        new Walk(new Outing(scene, depth), Ear, SafetyRules.All, limit, _ => { }).RunAsync(TimeProvider.System, CancellationToken.None);

    /// <summary>The shipped scripts, walked once for all tests.</summary>
    public static Task<WalkResult> ShippedAsync(bool sms, int limit, string region = "us", string language = "en", bool practises = false) =>
        _shipped.GetOrAdd(($"{language}/{region}/{sms}/{practises}", limit), k => RunAsync(Scene(Shipped.Library, sms, region, language, practises), k.Limit, Depth.Whole));

    /// <summary>Walks until a rule finds a fault that is not known, and no further; whether it does.</summary>
    public static async Task<bool> FindsAsync(Scene scene, int limit, string rule, IReadOnlySet<string> known)
    {
        using var found = new CancellationTokenSource();
        var watched = SafetyRules.All.Where(r => r.Number == rule).Select(r => new Watched(r, fault => StopUnless(known.Contains(fault), found))).ToList();
        try
        {
            await new Walk(new Outing(scene, Depth.Whole), Ear, watched, limit, _ => { }).RunAsync(TimeProvider.System, found.Token);
        }
        catch (OperationCanceledException) when (found.IsCancellationRequested)
        {
            // What was looked for is found.
        }

        return found.IsCancellationRequested;
    }

    /// <summary>What one rule found, in plain words.</summary>
    public static IEnumerable<string> Findings(WalkResult walk, string rule) =>
        walk.Findings.Where(f => SafetyRules.All[f.Invariant].Number == rule).Select(f => f.Fault);

    private static void StopUnless(bool goesOn, CancellationTokenSource found)
    {
        if (!goesOn)
        {
            found.Cancel();
        }
    }
}
