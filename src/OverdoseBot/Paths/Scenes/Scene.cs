using System.Collections.Concurrent;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;

namespace OverdoseBot.Paths;

/// <summary>What a walk is about: the scripts, where the person is, what they read and the form of the messages.</summary>
internal sealed class Scene
{
    private readonly ConcurrentDictionary<(string Region, string Language), Scene> _others;

    private readonly ConcurrentDictionary<string, Meant> _meant = new(StringComparer.Ordinal);

    public Scene(Library scripts, string region, string language, bool sms, bool hub = false, bool practises = false)
        : this(scripts, region, language, sms, hub, practises, new())
    {
    }

    private Scene(Library scripts, string region, string language, bool sms, bool hub, bool practises, ConcurrentDictionary<(string Region, string Language), Scene> others)
    {
        (Scripts, Library, Sms, Hub, Practises, _others) = (scripts, scripts.In(language), sms, hub, practises, others);
        Region = Library.Regions[region];
        others.TryAdd((region, language), this);
    }

    /// <summary>The scripts in all languages, as the bot has them.</summary>
    public Library Scripts { get; }

    /// <summary>The scripts in the person's language.</summary>
    public Library Library { get; }

    /// <summary>Where the person is.</summary>
    public Region Region { get; }

    /// <summary>True: SMS; false: web.</summary>
    public bool Sms { get; }

    /// <summary>True where a hub with people is set.</summary>
    public bool Hub { get; }

    /// <summary>True where practices are walked to their end; elsewhere they are met and left.</summary>
    public bool Practises { get; }

    public string Language => Library.Language;

    public string Form => Sms ? "sms" : "web";

    /// <summary><c>en/us/web</c>, <c>en/us/web+hub</c>.</summary>
    public string Name => $"{Language}/{Region.Id}/{Form}{(Hub ? "+hub" : "")}";

    /// <summary>The number to call, as it is said.</summary>
    public string Emergency => Region.Emergency;

    /// <summary>How the first message says the number.</summary>
    public string FirstEmergency => Sms ? Region.FirstSms : Region.First;

    /// <summary>
    /// The record of a conversation of which nothing is known. Whoever reads another language than the scripts' own has asked for it: what
    /// the walk sends as facts and in English words must not take them back.
    /// </summary>
    public CaseRecord Fresh => new() { Region = Region.Id, Language = Language, Sms = Sms, Hub = Hub, LanguageAsked = Language != Scripts.Language };

    /// <summary>The scene that a record is in: the person may have moved or asked for another language.</summary>
    public Scene Of(CaseRecord record) => _others.GetOrAdd(
        (record.Region, record.Language), static (to, from) => new Scene(from.Scripts, to.Region, to.Language, from.Sms, from.Hub, from.Practises, from._others), this);

    /// <summary>What a text tells here.</summary>
    public Meant Meant(string text) => _meant.GetOrAdd(text, static (t, scene) => Paths.Meant.Read(t, scene), this);

    /// <summary>True when the record is still in this scene.</summary>
    public bool Holds(CaseRecord record) => record.Region == Region.Id && record.Language == Language && (Practises || record.Drill is null);
}
