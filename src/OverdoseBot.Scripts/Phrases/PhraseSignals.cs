using YamlDotNet.RepresentationModel;

namespace OverdoseBot.Scripts;

/// <summary>Reads one signal.</summary>
internal static class PhraseSignals
{
    public static PhraseSignal Read(PhraseYaml yaml, string name, YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            yaml.Fault(node.Start, $"the signal '{name}' is empty. Give it at least 'so:' and 'say:'.");
            map = [];
        }

        yaml.Only(map, "news", "so", "not", "was", "will", "maybe", "mine", "asked", "free", "beside", "own", "takes", "theirs", "never", "sure", "with", "bare", "in", "at", "say", "told", "alone");
        var signal = new PhraseSignal
        {
            Name = name,
            News = News(yaml, PhraseYaml.Find(map, "news")),
            So = yaml.List(PhraseYaml.Find(map, "so")),
            Not = yaml.List(PhraseYaml.Find(map, "not")),
            Was = Maybe(yaml, map, "was"),
            Will = Maybe(yaml, map, "will"),
            Maybe = Maybe(yaml, map, "maybe"),
            Mine = Maybe(yaml, map, "mine"),
            Asked = Maybe(yaml, map, "asked"),
            Free = Is(yaml, map, "free"),
            Beside = Is(yaml, map, "beside"),
            Own = Is(yaml, map, "own"),
            Takes = Is(yaml, map, "takes"),
            Theirs = Maybe(yaml, map, "theirs"),
            Never = yaml.List(PhraseYaml.Find(map, "never")),
            Sure = yaml.List(PhraseYaml.Find(map, "sure")),
            With = yaml.List(PhraseYaml.Find(map, "with")),
            Bare = Is(yaml, map, "bare"),
            In = yaml.Entries(PhraseYaml.Find(map, "in")).ToDictionary(e => e.Key, e => yaml.List(e.Node)),
            At = yaml.List(PhraseYaml.Find(map, "at")),
            Say = yaml.List(PhraseYaml.Find(map, "say")),
            Told = yaml.List(PhraseYaml.Find(map, "told")),
            Alone = yaml.List(PhraseYaml.Find(map, "alone")),
        };
        if (signal.Say.Count + signal.Alone.Count == 0)
        {
            yaml.Fault(node.Start, $"nothing can be heard as '{name}'. Add patterns under 'say:' or 'alone:'.");
        }

        if (signal.With.Count > 0 && !signal.Beside)
        {
            yaml.Fault(node.Start, "'with:' is only for what is heard beside. Add 'beside: true', or take it out.");
        }

        if ((signal.Takes || signal.Theirs is not null) && !signal.Own)
        {
            yaml.Fault(node.Start, "'theirs:' and 'takes:' are only for what is heard of the writer. Add 'own: true', or take them out.");
        }

        if (signal.Own && (signal.Beside || signal.Free))
        {
            yaml.Fault(node.Start, "'own:' stands for 'free:', and is not heard beside. Take 'free:' or 'beside:' out.");
        }

        return signal;
    }

    private static IReadOnlyList<string>? Maybe(PhraseYaml yaml, YamlMappingNode map, string key) =>
        PhraseYaml.Find(map, key) is { } node ? yaml.List(node) : null;

    private static bool Is(PhraseYaml yaml, YamlMappingNode map, string key) =>
        PhraseYaml.Find(map, key) is { } node && yaml.Text(node) == "true";

    private static PhraseNews News(PhraseYaml yaml, YamlNode? node)
    {
        switch (node is null ? "plain" : yaml.Text(node))
        {
            case "good": return PhraseNews.Good;
            case "bad": return PhraseNews.Bad;
            case "plain": return PhraseNews.Plain;
            default:
                yaml.Fault(node!.Start, "news is good, bad or plain. Write one of them.");
                return PhraseNews.Plain;
        }
    }
}
