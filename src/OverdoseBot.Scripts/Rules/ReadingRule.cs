namespace OverdoseBot.Scripts.Rules;

/// <summary>A rule that the reader itself holds to: what breaks it never becomes a library.</summary>
internal sealed class ReadingRule(string code, string title, string hazard, string why) : Rule
{
    public override string Code => code;

    public override string Title => title;

    public override string Hazard => hazard;

    public override string Why => why;

    public override IEnumerable<Fault> Check(Library library) => [];
}
