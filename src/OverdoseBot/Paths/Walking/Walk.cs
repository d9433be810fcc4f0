using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>
/// Drives the real bot breadth-first through every folded state, so that the first way found to a fault is a shortest one.
/// A batch of states is run on all cores and then merged in order: the result does not hang on the number of cores.
/// </summary>
internal sealed class Walk(Outing outing, Ear ear, IReadOnlyList<Invariant> invariants, int limit, Action<string> progress)
{
    private const int Batch = 256;

    /// <summary>When every walk begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 14, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(5);
    private readonly Scene _scene = outing.Scene;
    private readonly Fold _fold = new(outing.Scene.Library, outing.Depth);
    private readonly InputBook _inputs = new(outing.Scene, ear);
    private readonly Driver _driver = new(outing.Scene, ear);
    private readonly Consequences _consequences = new();
    private readonly List<Node> _nodes = [];
    private readonly HashSet<FoldKey> _seen = [];
    private readonly Dictionary<(int Invariant, string Fault), Finding> _findings = [];
    private readonly SortedSet<string> _steps = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _stuck = new(StringComparer.Ordinal);
    private readonly long[] _checks = new long[invariants.Count];
    private long _edges;

    public async Task<WalkResult> RunAsync(TimeProvider time, CancellationToken cancel)
    {
        var (began, told) = (time.GetTimestamp(), time.GetTimestamp());
        var expander = new Expander(_scene, _driver, _inputs, _fold, _consequences, invariants);
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
                progress($"{_scene.Name}: {done} of {_nodes.Count} states, {_edges} edges, {time.GetElapsedTime(began).TotalSeconds:F0} s");
            }
        }

        return new WalkResult(
            outing, _nodes, _edges, [.. _checks], [.. _findings.Values], [.. _steps], [.. _stuck],
            [.. _inputs.Tapped], [.. _inputs.Unread], _consequences.All, _consequences.Strings, done == _nodes.Count, time.GetElapsedTime(began));
    }

    // On the web the bot speaks first; a text message comes before any greeting.
    private async Task BeginAsync(Expander expander)
    {
        var empty = _scene.Fresh;
        Add(new Reached(_fold.Of(empty, Start), null!, empty, Start, null), -1);
        if (!_scene.Sms)
        {
            var edge = await _driver.RunAsync(empty, PathInput.Opens, Start, null);
            var found = Expansion.Empty(invariants.Count) with { Edges = 1, Reached = [new Reached(_fold.Of(edge.After, Start), PathInput.Opens, edge.After, Start, null)] };
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

        foreach (var reached in found.Reached)
        {
            Add(reached, index);
        }
    }

    private void Add(Reached reached, int parent)
    {
        var walks = reached.Keys.Where(_seen.Add).Aggregate(Walked.None, (w, k) => w | k.Walks);
        if (walks == Walked.None)
        {
            return;
        }

        var stack = reached.Record.Stack;
        if (stack.IsEmpty || _steps.Add($"{stack[0].Dialog}/{stack[0].Step}"))
        {
            walks |= Walked.Texts | Walked.Words | Walked.Moving;
        }

        _nodes.Add(new Node(parent, reached.Input, RecordJson.Write(reached.Record), reached.Now, reached.Looked, walks));
    }
}
