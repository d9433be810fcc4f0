using OverdoseBot.Loopback;

namespace OverdoseBot.Channels.Tests.Opinions;

/// <summary>What the sentiment service does in a run; by the name that the table has for it.</summary>
internal static class Failing
{
    /// <summary>In words that the local gauge takes for calm, and a service may take for distress.</summary>
    public const string Sad = "nobody is left";

    private static readonly string _long = new('x', 1_000_000);

    /// <summary>Every way to fail, and to answer; the gate opens when an answer is too late.</summary>
    public static IReadOnlyDictionary<string, Func<SemaphoreSlim, LoopbackService?>> Ways { get; } = new Dictionary<string, Func<SemaphoreSlim, LoopbackService?>>
    {
        ["answers"] = _ => new LoopbackService((call, _) => Task.FromResult(
            call.Body.Contains(Sad, StringComparison.Ordinal) ? Documented.Negative : Documented.Sentiment("neutral", 0.1, 0.7, 0.2))),
        ["dead"] = _ => null,
        ["hangs"] = _ => LoopbackService.Hanging(),
        ["answers too late"] = gate => LoopbackService.Gated(gate, Documented.Negative),
        ["429, Retry-After"] = _ => LoopbackService.Always(Documented.Failure(429, "429", "Retry-After: 120")),
        ["500"] = _ => LoopbackService.Always(Documented.Failure(500, "InternalServerError")),
        ["503"] = _ => LoopbackService.Always(Documented.Failure(503, "ServiceUnavailable")),
        ["401"] = _ => LoopbackService.Always(Documented.Failure(401, "401")),
        ["lies: all is despair"] = _ => LoopbackService.Always(Documented.Negative),
        ["lies: all is well"] = _ => LoopbackService.Always(Documented.Positive),
        ["no JSON"] = _ => LoopbackService.Always(Reply.Json(200, "<html>Sorry</html>")),
        ["wrong types"] = _ => LoopbackService.Always(Reply.Json(200, """{"results":{"documents":[{"sentiment":-1,"confidenceScores":"negative"}],"errors":{}}}""")),
        ["impossible score"] = _ => LoopbackService.Always(Documented.Sentiment("negative", 0, 0, 97)),
        ["1 MB"] = _ => LoopbackService.Always(Reply.Json(200, $$"""{"kind":"{{_long}}"}""")),
        ["cut off"] = _ => LoopbackService.Always(Reply.Cut("""{"results":{"documents":[{"sentiment":"negative",""")),
        ["refuses the text"] = _ => LoopbackService.Always(Documented.Refused),
    };
}
