using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>A place that a phrase book names: <c>dialog/step</c>, or <c>dialog/*</c> or <c>dialog</c> for all steps of a dialog.</summary>
/// <param name="Name">As it is written there.</param>
/// <param name="Fault">What to say when no script has it.</param>
public sealed record PhrasePlace(string Name, PhraseFault Fault);

/// <summary>
/// Checks that the places that books name are in the scripts: what is heard only at a step that is not there is heard nowhere.
/// </summary>
public static class PhrasePlaces
{
    /// <summary>A fault for each place that no script has. An old name of a step (<c>was</c>) is one: nothing is heard at it.</summary>
    public static IReadOnlyList<PhraseFault> Unknown(IEnumerable<PhrasePlace> places, Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        return [.. places.Where(p => !IsIn(library, p.Name)).Select(p => p.Fault).Distinct()];
    }

    /// <summary>The places that a book names under <c>at:</c>, <c>in:</c> and <c>counted-at:</c>.</summary>
    internal static IReadOnlyList<PhrasePlace> In(PhraseYaml yaml, YamlMappingNode root)
    {
        var signals = yaml.Entries(PhraseYaml.Find(root, "signals")).Select(e => e.Node).OfType<YamlMappingNode>().ToList();
        var at = signals.SelectMany(s => Texts(PhraseYaml.Find(s, "at")));
        var dialogs = signals.SelectMany(s => (PhraseYaml.Find(s, "in") as YamlMappingNode)?.Children.Keys ?? []).SelectMany(Texts);
        var counted = PhraseYaml.Find(root, "breaths") is YamlMappingNode breaths ? Texts(PhraseYaml.Find(breaths, "counted-at")) : [];
        return [.. at.Concat(dialogs).Concat(counted).Select(n => new PhrasePlace(n.Value!, yaml.At(n.Start,
            $"no script has '{n.Value}', so what is heard only there is never heard. Write a step as it is named now, or dialog/* for all of a dialog.")))];
    }

    private static IEnumerable<YamlScalarNode> Texts(YamlNode? node) =>
        ((node as YamlSequenceNode)?.Children ?? (node is null ? [] : [node])).OfType<YamlScalarNode>().Where(n => !string.IsNullOrEmpty(n.Value));

    private static bool IsIn(Library library, string name) => name.Split('/') switch
    {
        [var all] => library.Scripts.ContainsKey(all),
        [var all, "*"] => library.Scripts.ContainsKey(all),
        [var dialog, var step] => library.Find(new Place(dialog, step)) is { } found && found.Place.Step == step,
        _ => false,
    };
}
