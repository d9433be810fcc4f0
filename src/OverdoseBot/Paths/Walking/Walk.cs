using OverdoseBot.Bot;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>
/// Drives the real bot breadth-first through every folded state, so that the first way found to a fault is a shortest one.
/// A batch of states is run on all cores and then merged in order: the result does not hang on the number of cores.
/// </summary>
internal sealed class Walk(Scene scene, Readers reader, IReadOnlyList<Invariant> invariants, int limit, Action<string> progress)
{
    private const int Batch = 256;
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);

    private readonly Fold _fold = new(scene.Library);
    private readonly InputBook _inputs = new(scene, reader);
    private readonly Driver _driver = new(scene, reader);
    private readonly List<Node> _nodes = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Invariant, string Fault), Finding> _findings = [];
    private readonly SortedSet<string> _steps = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _stuck = new(StringComparer.Ordinal);
    private readonly long[] _checks = new long[invariants.Count];
    private long _edges;

    public async Task<WalkResult> RunAsync(TimeProvider time, CancellationToken cancel)
    {
        var (began, told) = (time.GetTimestamp(), time.GetTimestamp());
        var expander = new Expander(scene, _driver, _inputs, _fold, invariants);
        await BeginAsync(expander);
        var done = 0;
        while (done < _nodes.Count && _nodes.Count <= limit)
        {
            cancel.ThrowIfCancellationRequested();
            var batch = Math.Min(Batch, _nodes.Count - done);
            var results = new Expansion[batch];
            var from = done;
            await Parallel.ForAsync(0, batch, cancel, async (i, _) => results[i] = await expander.ExpandAsync(from + i, _nodes[from + i], _seen));
            for (var i = 0; i < batch; i++)
            {
                Merge(from + i, results[i]);
            }

            done += batch;
            if (time.GetElapsedTime(told) >= _every)
            {
                told = time.GetTimestamp();
                progress($"{scene.Form}: {done} of {_nodes.Count} states, {_edges} edges, {time.GetElapsedTime(began).TotalSeconds:F0} s");
            }
        }

        return new WalkResult(
            scene, _nodes, _edges, [.. _checks], [.. _findings.Values], [.. _steps], [.. _stuck],
            [.. _inputs.Tapped], [.. _inputs.Unread], done == _nodes.Count, time.GetElapsedTime(began));
    }

    // On the web the bot speaks first; a text message comes before any greeting.
    private async Task BeginAsync(Expander expander)
    {
        var empty = new CaseRecord { Region = scene.Region.Id, Language = "en", Sms = scene.Sms };
        Add(new Reached(_fold.Of(empty, _start), null!, empty, _start, null), -1);
        if (!scene.Sms)
        {
            var greet = new PathInput(InputKind.Greet, "(opens the page)", [], null, null, null);
            var edge = await _driver.RunAsync(empty, greet, _start, null);
            var found = new Expansion(1, [new Reached(_fold.Of(edge.After, _start), greet, edge.After, _start, null)], [], new long[invariants.Count], null);
            expander.Check(edge, 0, found);
            Merge(0, found);
        }
    }

    private void Merge(int index, Expansion found)
    {
        _edges += found.Edges;
        for (var i = 0; i < _checks.Length; i++)
        {
            _checks[i] += found.Checks[i];
        }

        foreach (var finding in found.Findings)
        {
            var key = (finding.Invariant, finding.Fault);
            _findings[key] = _findings.TryGetValue(key, out var known) ? known with { Count = known.Count + 1 } : finding;
        }

        if (found.Stuck is { } stuck)
        {
            _stuck.Add(stuck.ToString());
        }

        foreach (var reached in found.Reached.Where(r => r.Key.NewIn(_seen)))
        {
            Add(reached, index);
        }
    }

    private void Add(Reached reached, int parent)
    {
        // Not short-circuited: every key is noted.
        var hears = _seen.Add(reached.Key.Moves) | _seen.Add(reached.Key.Words);
        var takesBack = _seen.Add(reached.Key.Undo);
        var rings = _seen.Add(reached.Key.ClockMoves) | _seen.Add(reached.Key.ClockWords);
        var stack = reached.Record.Stack;
        var first = stack.IsEmpty || _steps.Add($"{stack[0].Dialog}/{stack[0].Step}");
        _nodes.Add(new Node(parent, reached.Input, RecordJson.Write(reached.Record), reached.Now, reached.Looked, hears, takesBack, rings, first));
    }
}
