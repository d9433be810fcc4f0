using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Targets of answers, silence and clocks.</summary>
/// <param name="Dialog">The dialog in which a bare name is a step.</param>
/// <param name="Starts">Where each dialog starts.</param>
/// <param name="Faults">Where faults go.</param>
internal sealed record MoveReader(string Dialog, IReadOnlyDictionary<string, string> Starts, FaultList Faults)
{
    /// <summary><c>word: target</c> pairs, in the order of the page.</summary>
    public ImmutableArray<Answer> Answers(Node? node) =>
        [.. Faults.Pairs(node, "answers").Select(p => new Answer(Faults.Word(p.Key), Move(p.Value)) { Spot = p.Key.Spot })];

    /// <summary>A target in any of its forms.</summary>
    public Move Move(Node node)
    {
        if (node is not MapNode)
        {
            return Plain(node, null);
        }

        var fields = Fields.Of(node, "a move", Faults)!;
        var (tell, offer, @do, go) = (fields.Get("tell"), fields.Get("offer"), fields.Get("do"), fields.Get("go"));
        if (tell is not null && offer is not null)
        {
            Faults.Add(ReadingRules.Value, offer.Spot, "A move can tell or offer, not both.", "Keep one of the two.");
        }

        var aside = Faults.WordOrNull(tell ?? offer);
        var move = (@do, go) switch
        {
            (not null, _) => new Move(MoveKind.Do, DialogStart(@do), At(fields.Need("then")), aside, node.Spot),
            (_, not null) => new Move(MoveKind.Step, DialogStart(go), null, aside, node.Spot),
            _ => fields.Need("then") is { } then ? Nested(then, aside) : new Move(MoveKind.Stay, null, null, aside, node.Spot),
        };
        fields.NothingElse();
        return move with { Offers = offer is not null, Spot = node.Spot };
    }

    /// <summary><c>dialog/step</c>, or a step of this dialog.</summary>
    public Place At(Node? node)
    {
        return node is ScalarNode scalar && scalar.Value.Contains('/', StringComparison.Ordinal)
            ? Whole(node, Faults)
            : new Place(Dialog, Faults.Word(node));
    }

    /// <summary><c>dialog/step</c> and nothing shorter.</summary>
    public static Place Whole(Node? node, FaultList faults)
    {
        if (node is ScalarNode scalar && scalar.Value.Split('/') is { Length: 2 } parts && parts.All(Values.IsWord))
        {
            return new Place(parts[0], parts[1]);
        }

        if (node is not null)
        {
            faults.Add(ReadingRules.Value, node.Spot, "This must be a dialog and a step.", "Write   dialog/step   .");
        }

        return new Place("", "");
    }

    /// <summary>The same; null where nothing is written.</summary>
    public static Place? WholeOrNull(Node? node, FaultList faults) => node is null ? null : Whole(node, faults);

    private Move Nested(Node then, string? aside)
    {
        if (then is not MapNode)
        {
            return Plain(then, aside);
        }

        var inner = Move(then);
        if (inner.Tell is not null)
        {
            Faults.Add(ReadingRules.Value, then.Spot, "A move can tell one aside.", "Keep one of the two.");
        }

        return inner with { Tell = aside };
    }

    private Move Plain(Node node, string? aside) => (node as ScalarNode)?.Value switch
    {
        "stay" => new Move(MoveKind.Stay, null, null, aside, node.Spot),
        "rest" => new Move(MoveKind.Rest, null, null, aside, node.Spot),
        "end" => new Move(MoveKind.End, null, null, aside, node.Spot),
        "back" => new Move(MoveKind.Back, null, null, aside, node.Spot),
        _ => new Move(MoveKind.Step, At(node), null, aside, node.Spot),
    };

    /// <summary>A bare dialog means its start. Of an unknown dialog any step will do: a rule refuses it.</summary>
    private Place DialogStart(Node node)
    {
        if (node is ScalarNode scalar && scalar.Value.Contains('/', StringComparison.Ordinal))
        {
            return At(node);
        }

        var dialog = Faults.Word(node);
        return new Place(dialog, Starts.GetValueOrDefault(dialog, "start"));
    }
}
