namespace OverdoseBot.Scripts;

/// <summary>A phrase book that cannot be used, with every fault that was found in it.</summary>
public sealed class PhraseBookException(IReadOnlyList<PhraseFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>Every fault, in the order of the file.</summary>
    public IReadOnlyList<PhraseFault> Faults { get; } = faults;
}
