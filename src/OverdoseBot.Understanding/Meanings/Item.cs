namespace OverdoseBot.Understanding.Meanings;

/// <summary>Something heard.</summary>
/// <param name="Meaning">The canonical word.</param>
/// <param name="Topic">What it is about; for unclear, the topic that is doubted; -1 for none.</param>
/// <param name="Weak">Anything else said about the topic replaces it.</param>
internal readonly record struct Item(int Meaning, int Topic, bool Weak);
