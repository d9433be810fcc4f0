using System.Collections.Immutable;

namespace OverdoseBot.Scripts.Reading;

/// <summary>The guide on one sheet.</summary>
internal static class GuideReader
{
    public static ImmutableArray<GuidePart> Guide(Node? root, FaultList faults) => [.. faults.Named(root, "a part of the guide", (pair, f) => new GuidePart(
        faults.Word(pair.Key), Places(f.Get("say"), faults), Places(f.Get("how"), faults), pair.Key.Spot)).Select(p => p.Value)];

    private static ImmutableArray<Place> Places(Node? node, FaultList faults) => faults.List(node, item => MoveReader.Whole(item, faults));
}
