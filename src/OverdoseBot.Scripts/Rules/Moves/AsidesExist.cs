using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Rules;

internal sealed class AsidesExist() : Rule("OD0011", "tell and offer name an aside of their kind, and what asks for one is heard", "H-02",
    "what is not there cannot be said, and a line that is only told cannot be tapped.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var aside in library.Asides.Values.Where(a => a.AskedBy is not null).OrderBy(a => a.Spot.Line))
        {
            if (!library.AllMoves().Any(m => m.Word is { } word && library.Fact(word) == aside.AskedBy && m.Move.Tell == aside.Name))
            {
                yield return Fault(aside.Spot, $"The aside \"{aside.Name}\" is asked for by \"{aside.AskedBy}\", and no answer of that name tells it.", "Name the answer by which somebody asks for it.");
            }
            else if (aside.Every == TimeSpan.Zero)
            {
                yield return Fault(aside.Spot, $"The aside \"{aside.Name}\" is said every time, asked for or not.", "Write   every:   , or delete   asked-by:   .");
            }
        }

        foreach (var move in library.AllMoves().Select(m => m.Move).Where(m => m.Tell is not null))
        {
            if (!library.Asides.TryGetValue(move.Tell!, out var aside))
            {
                yield return Fault(move.Spot, $"There is no aside \"{move.Tell}\".{Nearest.Hint(move.Tell!, library.Asides.Keys)}", "Name an aside of everywhere.yaml.");
            }
            else if (move.Offers != aside.Line is not null)
            {
                yield return move.Offers
                    ? Fault(move.Spot, $"The aside \"{move.Tell}\" has no human line to offer.", $"Write   tell: {move.Tell}   or give the aside a   line:   .")
                    : Fault(move.Spot, $"The aside \"{move.Tell}\" has a human line, which is offered.", $"Write   offer: {move.Tell}   .");
            }
        }
    }
}
