using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Paths;

/// <summary>
/// The bot goes where the table of the clinical reference says. <c>check</c> reads the scripts against it (OD0070);
/// here the same table is held against where the bot really went, so that a reading of the scripts that is not the bot's is found.
/// </summary>
internal sealed class FollowsTheProtocol : Invariant
{
    public override string Number => "P";

    public override string Title => "a message that says one thing leads where the protocol says";

    public override bool Applies(Edge edge) =>
        edge.Input is { Kind: InputKind.Text, Doubtful: false } or { Kind: InputKind.Tap } && Fact(edge) is { } fact && edge.Error is null && edge.To is not null && !edge.IsTalk
        && Protocol.HoldsFor(edge.Scene.Library) && Protocol.Lay.States.ContainsKey(edge.At.ToString()) && Protocol.Lay.Move(edge.At, fact) is not null;

    public override string? Check(Edge edge)
    {
        var fact = Fact(edge)!;
        var move = Protocol.Lay.Move(edge.At, fact, edge.Before.Has)!;
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        if (Untold(edge, move) is { } aside)
        {
            return $"\"{fact}\" at {edge.At} does not tell {aside}; the protocol says {move}";
        }

        if (Landing(edge, move) is not { } to)
        {
            return null;
        }

        Add(edge, to, allowed);
        return allowed.Contains(edge.To!.ToString()) ? null : $"\"{fact}\" at {edge.At} leads to {edge.To}; the protocol says {move}";
    }

    private static string? Fact(Edge edge) => edge.Input.Facts.Count == 1 ? edge.Input.Facts.First()
        : edge.Input is not { Unclear: true, Facts.Count: 0 } ? null
        : edge.Input.Unread && Protocol.Lay.States.GetValueOrDefault(edge.At.ToString())?.Moves.ContainsKey(Decision.Unread) == true ? Decision.Unread
        : Decision.Unclear;

    /// <summary>The aside that should have been told; null: it was, or it need not be each time, or it has no words of its own to be known by.</summary>
    private static string? Untold(Edge edge, string move)
    {
        var name = move.Split(' ')[0] is ['!' or '?', .. var rest] ? rest : null;
        if (name is null || !edge.Scene.Library.Asides.TryGetValue(name, out var aside) || aside.Every > TimeSpan.Zero)
        {
            return null;
        }

        var starts = aside.SayWhen.Select(v => v.Wording).Prepend(aside.Wording).SelectMany(w => edge.Scene.Sms ? w.SmsOrSay : w.Say).Select(t => t.Split('{')[0].Trim()).Select(t => edge.Scene.Sms ? Gsm7.Fold(t) : t);
        return starts.Any(s => edge.Said.Contains(s, StringComparison.Ordinal)) ? null : name;
    }

    /// <summary>Where a move lands; null: the table does not say ("wrong button", or a dose so long ago that its look is due).</summary>
    private static string? Landing(Edge edge, string move)
    {
        var words = move.Split(' ').Where(w => w[0] is not ('!' or '?')).ToArray();
        return words[0] switch
        {
            _ when edge.Input.Ago is not null => null,
            "back" => null,
            "stay" or "rest" => edge.At.ToString(),
            "do" => words[1],
            "end" => edge.Before.Stack is [_, var below, ..] ? $"{below.Dialog}/{below.Then ?? below.Step}" : null,
            _ => words[0],
        };
    }

    /// <summary>What is known already is not asked: the answers that skip a step lead on from it.</summary>
    private static void Add(Edge edge, string place, HashSet<string> allowed)
    {
        if (!allowed.Add(place) || !Protocol.Lay.States.TryGetValue(place, out var state) || !state.Lines.TryGetValue("known", out var known))
        {
            return;
        }

        foreach (var fact in known.Split(' ').Where(f => edge.Knows(f) || edge.Before.Has(f) || f == Scripts.Facts.Written || (f == Scripts.Facts.OnPage && !edge.Scene.Sms)))
        {
            if (Protocol.Lay.Move(Place.Parse(place), fact) is { } move)
            {
                var words = move.Split(' ').Where(w => w[0] is not ('!' or '?')).ToArray();
                var next = words[0] is "do" ? words[1] : words[0];
                if (next.Contains('/', StringComparison.Ordinal))
                {
                    Add(edge, next, allowed);
                }
            }
        }
    }
}
