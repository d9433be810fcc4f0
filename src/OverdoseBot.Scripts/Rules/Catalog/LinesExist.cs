namespace OverdoseBot.Scripts.Rules;

internal sealed class LinesExist() : Rule("OD0034", "An aside offers a line that exists", "H-12",
    "a person in despair must not be given a number that is not there.")
{
    public override IEnumerable<Fault> Check(Library library) =>
        from aside in library.Asides.Values
        where aside.Line is not null && library.Lines.All(l => l.For != aside.Line)
        select Fault(aside.Spot, $"The aside \"{aside.Name}\" offers the line \"{aside.Line}\", which lines.yaml does not have.", "Name a line that is there.");
}
