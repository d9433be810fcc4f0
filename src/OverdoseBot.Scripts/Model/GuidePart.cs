using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>A part of the guide on one sheet (<c>guide.yaml</c>), in the order of the room. Its words are the dialogs' own.</summary>
/// <param name="Name">Its name; its heading is the word <c>guide.NAME</c>.</param>
/// <param name="Say">Steps whose own words it tells.</param>
/// <param name="How">Steps whose one line of "how" it tells, after those.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record GuidePart(string Name, ImmutableArray<Place> Say, ImmutableArray<Place> How, Spot Spot)
{
    /// <summary>The key of its heading in <see cref="Library.Words"/>.</summary>
    public string Heading => "guide." + Name;
}
