using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Paths;

/// <summary>Reads text as the bot does. The one place of the walk that knows which reader that is.</summary>
internal sealed class Ear(Readers readers)
{
    /// <summary>The readers.</summary>
    public Readers Readers => readers;

    /// <summary>True when people can write in that language.</summary>
    public bool Reads(string language) => readers.Languages.Contains(language);

    /// <summary>What a text says at a step, to someone whose conversation is in that language.</summary>
    public Reading Read(string text, Step step, Scene scene) => readers.Read(text, Hearing.AskedAt(step, scene.Library), scene.Language);

    /// <summary>The bot that hears so.</summary>
    public OverdoseResponseBot Bot(Library library) => new(library, readers);
}
