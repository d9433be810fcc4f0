namespace OverdoseBot.Journal.Postgres;

/// <summary>One step of the schema. It must leave the program of the version before it working: both run while an upgrade rolls out.</summary>
/// <param name="Forward">Brings the schema one version on.</param>
/// <param name="Back">Takes it back. Kept in the database, so that a program that does not know this version can be returned to.</param>
internal sealed record Migration(string Forward, string Back)
{
    /// <summary>The steps that this program knows, in order: the first makes version 1 of nothing.</summary>
    public static IReadOnlyList<Migration> All { get; } = [new(FirstSchema.Tables + FirstSchema.Functions, FirstSchema.Back)];
}
