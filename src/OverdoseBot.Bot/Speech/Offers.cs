using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>When an aside that is not repeated may be said: somebody in panic is offered a person once in a while, and whoever asks for one gets them.</summary>
internal static class Offers
{
    /// <summary>The asides of this turn that are said, in order.</summary>
    public static List<Aside> Sayable(Turn turn)
    {
        var asides = turn.Asides.DistinctBy(a => a.Name).ToList();
        return asides.FindAll(a => Asked(turn, a) || !(ToldLately(turn, a) || (a.Every > TimeSpan.Zero && OffersOther(asides, a))));
    }

    /// <summary>Whether it, or any other offer of a person, was said so lately that it stays unsaid now.</summary>
    public static bool ToldLately(Turn turn, Aside aside) => aside.Every > TimeSpan.Zero && turn.Library.Asides.Values.Any(other =>
        (other.Name == aside.Name || (aside.Line is not null && other.Line is not null))
        && turn.Record.Told.TryGetValue(other.Name, out var at) && turn.Now - at < aside.Every);

    private static bool Asked(Turn turn, Aside aside) => aside.AskedBy is { } fact && turn.Hears(fact);

    // One message offers one person: beside the crisis line nobody else is named unasked.
    private static bool OffersOther(List<Aside> asides, Aside aside) =>
        aside.Line is not null && asides.Exists(other => other.Line is not null && other.Name != aside.Name);
}
