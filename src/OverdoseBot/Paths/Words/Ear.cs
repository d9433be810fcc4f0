using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>Reads text as the bot does. The one place of the walk that knows which reader that is.</summary>
internal sealed class Ear(Reader reader)
{
    private static readonly Asked _nothing = new("respond", "start", [], null, null);
    private readonly HashSet<string> _languages = [reader.Read("", _nothing).Language];

    /// <summary>The reader.</summary>
    public Reader Reader => reader;

    /// <summary>True when people can write in that language.</summary>
    public bool Reads(string language) => _languages.Contains(language);

    /// <summary>What a text says at a step, to someone whose conversation is in that language.</summary>
    public Reading Read(string text, Step step, Scene scene) => reader.Read(text, Hearing.AskedAt(step, scene.Library));

    /// <summary>The bot that hears so.</summary>
    public OverdoseResponseBot Bot(Library library) => new(library, reader);
}
