namespace OverdoseBot.Scripts;

/// <summary>A file of <c>dialogs/</c> as it came from disk or from a test.</summary>
/// <param name="Path">Path below <c>dialogs/</c>, with forward slashes.</param>
/// <param name="Content">Its bytes; null when it could not be opened.</param>
public sealed record ScriptFile(string Path, ReadOnlyMemory<byte>? Content);
