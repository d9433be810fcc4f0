using OverdoseBot.Understanding.Grammar;

namespace OverdoseBot.Understanding.Meanings;

/// <summary>Tells when help is said to come: its minutes are of the road, not of the breaths ("911 says they come in 8 minutes").</summary>
internal sealed class Arrival(MeaningTable meanings)
{
    private readonly int _coming = meanings.Id("help-coming");

    public bool IsTold(ReadOnlySpan<Hit> hits)
    {
        foreach (ref readonly var hit in hits)
        {
            foreach (var one in hit.Signal.So)
            {
                if (one.Meaning == _coming)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
