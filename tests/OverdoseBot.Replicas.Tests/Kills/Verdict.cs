using System.Globalization;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>What the checker found.</summary>
internal sealed class Verdict
{
    private readonly List<string> _faults = [];
    private readonly List<string> _counts = [];

    /// <summary>Each breach of a promise; empty: all were kept.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What was counted, to print.</summary>
    public string Counts => string.Join('\n', _counts);

    public void Count(FormattableString what) => _counts.Add(what.ToString(CultureInfo.InvariantCulture));

    public void Fault(FormattableString what) => _faults.Add(what.ToString(CultureInfo.InvariantCulture));

    public void FaultUnless(bool kept, FormattableString what)
    {
        if (!kept)
        {
            Fault(what);
        }
    }
}
