namespace OverdoseBot.Scripts.Rules;

/// <summary>A rule that the reader itself holds to: what breaks it never becomes a library.</summary>
internal sealed class ReadingRule(string code, string title, string hazard, string why) : Rule(code, title, hazard, why)
{
    public override IEnumerable<Fault> Check(Library library) => [];
}
