using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>Runs single turns of the real bot.</summary>
internal sealed class Driver
{
    /// <summary>How much later each message comes.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Scene _scene;
    private readonly TurnAdapter _adapter;
    private readonly TurnAdapter _failing;

    public Driver(Scene scene, Ear ear)
    {
        _scene = scene;
        _adapter = new TurnAdapter(scene.Scripts, ear.Bot(scene.Scripts));
        _failing = new TurnAdapter(scene.Scripts, ear.Bot(scene.Scripts));
        _failing.Use(new FailsAtTheEnd());
    }

    /// <summary>When an input reaches a record that was last changed at <paramref name="since"/>.</summary>
    public static DateTimeOffset When(CaseRecord record, PathInput input, DateTimeOffset since)
    {
        var next = record.Alarms.IsEmpty ? (DateTimeOffset?)null : record.Alarms[0].Due;
        if (input.Kind == InputKind.Clock)
        {
            return Later(next!.Value, since) + input.Late;
        }

        // A message comes before the clock that would ring meanwhile; an overdue clock is still waiting.
        var at = since + Pause;
        return next is { } due && due > since && due <= at ? Later(due - TimeSpan.FromSeconds(1), since) : at;
    }

    /// <summary>Runs one turn. What it sent is judged by the scene that the person is in afterwards.</summary>
    public async Task<Edge> RunAsync(CaseRecord record, PathInput input, DateTimeOffset now, DateTimeOffset? looked)
    {
        var adapter = input.Kind == InputKind.Fault ? _failing : _adapter;
        var result = await adapter.RunAsync(record, input.Activity(), now);
        ImmutableArray<Sent> sent = [.. result.Outgoing.Select(Sent.From)];
        var rang = input.Kind == InputKind.Clock ? record.Alarms.FirstOrDefault(a => a.Due <= now) : null;
        return new Edge(_scene.Of(result.Record), record, input, now, result.Record, sent, result.Error) { Rang = rang, Looked = looked };
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    // The worst place to fail: everything was decided and said, nothing is committed.
    private sealed class FailsAtTheEnd : Microsoft.Bot.Builder.IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            await next(cancellationToken);
            throw new InvalidOperationException("planned fault of the walk");
        }
    }
}
