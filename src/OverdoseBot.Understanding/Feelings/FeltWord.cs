using OverdoseBot.Scripts;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>What a word of a message tells of a feeling.</summary>
/// <param name="Kinds">What it is; the later words of a phrase have the kinds of its first.</param>
/// <param name="Points">How much it weighs; the later words of a phrase weigh nothing.</param>
/// <param name="Length">Words in its phrase; 0 inside one.</param>
internal readonly record struct FeltWord(FeelingKinds Kinds, int Points, int Length)
{
    public bool Is(FeelingKinds any) => (Kinds & any) != 0;
}
