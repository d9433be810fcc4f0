using System.Collections.Concurrent;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths.Tests;

/// <summary>Short walks for tests.</summary>
internal static class Walks
{
    private static readonly ConcurrentDictionary<(bool Sms, int Limit), Task<WalkResult>> _shipped = new();

    public static Scene Scene(Library library, bool sms) => new(library, library.Regions["us"], sms);

    public static Task<WalkResult> RunAsync(Library library, bool sms, int limit) =>
        new Walk(Scene(library, sms), Shipped.Reader, SafetyRules.All, limit, _ => { }).RunAsync(TimeProvider.System, CancellationToken.None);

    /// <summary>The shipped scripts, walked once for all tests.</summary>
    public static Task<WalkResult> ShippedAsync(bool sms, int limit) => _shipped.GetOrAdd((sms, limit), k => RunAsync(Shipped.Library, k.Sms, k.Limit));

    /// <summary>What one rule found, in plain words.</summary>
    public static IEnumerable<string> Findings(WalkResult walk, string rule) =>
        walk.Findings.Where(f => SafetyRules.All[f.Invariant].Number == rule).Select(f => f.Fault);
}
