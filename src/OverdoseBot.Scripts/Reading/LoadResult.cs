using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OverdoseBot.Scripts;

/// <summary>Either a library or everything that is wrong with it, never both.</summary>
/// <param name="Library">The library; null when there is a fault.</param>
/// <param name="Faults">All faults, in the order of files and lines.</param>
public sealed record LoadResult(Library? Library, ImmutableArray<Fault> Faults)
{
    /// <summary>True when there is nothing wrong.</summary>
    [MemberNotNullWhen(true, nameof(Library))]
    public bool Ok => Library is not null;
}
