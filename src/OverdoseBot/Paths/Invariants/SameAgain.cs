using OverdoseBot.Bot;

namespace OverdoseBot.Paths;

/// <summary>ARCHITECTURE section 4: what a message that comes twice rests on, wherever it is delivered again.</summary>
internal sealed class SameAgain : Invariant
{
    public override string Number => "H";

    public override string Title => "the same turn run again gives the same replies and the same record, to the byte";

    public override bool? InPractice => null;

    public override bool Applies(Edge edge) => edge.Again is not null;

    public override string? Check(Edge edge) =>
        edge.Said != edge.Again!.Said || !RecordJson.Write(edge.After).AsSpan().SequenceEqual(RecordJson.Write(edge.Again.After)) ? $"{edge.Input.Name} at {edge.At} gives something else when it is run again" : null;
}
