using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>
/// The last sentence may be the question. An earlier sentence with a question mark is a condition ("No real breath? Push."),
/// so what to do must stand behind it.
/// </summary>
internal sealed partial class OneQuestionAMessage() : Rule("OD0024", "A message asks one question at most, and asks it last", "H-05",
    "an answer to two questions is an answer to neither.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        library.AllSteps().SelectMany(s => s.AllWordings().SelectMany(w => w.Forms(library)).SelectMany(f => Messages($"Step \"{s.Place.Step}\"", f.Texts, f.Spot)))
            .Concat(library.Asides.Values.SelectMany(a => a.Wordings().SelectMany(w => w.Forms(library)).SelectMany(f => Messages($"Aside \"{a.Name}\"", f.Texts, f.Spot))))
            .Concat(AsidesThatAsk(library));

    private IEnumerable<Fault> Messages(string owner, ImmutableArray<string> texts, Spot? spot)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var sentences = Sentence().Matches(texts[i]).Select(m => m.Value.Trim()).ToList();
            for (var s = 0; s + 1 < sentences.Count; s++)
            {
                if (sentences[s].EndsWith('?') && sentences[s + 1].EndsWith('?'))
                {
                    yield return Fault(spot, $"{owner} asks twice: \"{sentences[s]} {sentences[s + 1]}\"", "Ask the one question that decides what comes next; say what to do behind a condition.");
                }
            }

            if (i + 1 < texts.Length && sentences.LastOrDefault()?.EndsWith('?') == true)
            {
                yield return Fault(spot, $"{owner} asks before its last message: \"{sentences[^1]}\"", "Ask in the last message only.");
            }
        }
    }

    /// <summary>An aside stands in front of a step that asks its own question, unless the move rests.</summary>
    private IEnumerable<Fault> AsidesThatAsk(Library library) =>
        from made in library.AllMoves()
        where made.Move.Tell is not null && made.Move.Kind != MoveKind.Rest
        where library.Asides.TryGetValue(made.Move.Tell!, out var aside) && aside.Wordings().Any(w => w.Forms(library).Any(f => f.Texts[^1].TrimEnd().EndsWith('?')))
        select Fault(made.Move.Spot, $"The aside \"{made.Move.Tell}\" asks a question, and the step behind it asks another.", "Write   then: rest   , or let the aside only tell.");

    [GeneratedRegex(@"[^.?!]+[.?!]+")]
    private static partial Regex Sentence();
}
