namespace OverdoseBot.Journal.Sealing;

/// <summary>What a look at kept rows came to.</summary>
/// <param name="Done">Brought under the current key.</param>
/// <param name="Left">Changed or deleted by somebody else meanwhile: the next look tells.</param>
/// <param name="Unreadable">Sealed with a key that is not set, or damaged: left as they are.</param>
internal readonly record struct Resealed(int Done, int Left, int Unreadable)
{
    public static Resealed operator +(Resealed one, Resealed other) =>
        new(one.Done + other.Done, one.Left + other.Left, one.Unreadable + other.Unreadable);
}
