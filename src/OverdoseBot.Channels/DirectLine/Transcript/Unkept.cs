using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// What clients see and no journal keeps: signals, and the emergency card in place of a turn. It goes to the streams that are open now; a card stays
/// in sight for a few seconds, for clients that ask again and again in place of a stream.
/// </summary>
internal sealed class Unkept(StreamHub hub, TimeProvider time)
{
    private static readonly TimeSpan _inSight = TimeSpan.FromSeconds(10);
    private readonly Recent<(DateTimeOffset Until, IReadOnlyList<string> Activities)> _cards = new(4_096);

    /// <summary>Typing and signals of other programs change nothing: they come back to whoever listens now (DL-11). Returns the post's id.</summary>
    public string Pass(string conversation, Activity post)
    {
        var id = NewId(conversation);
        hub.Push(conversation, Echo(conversation, id, post));
        return id;
    }

    /// <summary>What was posted was heard by nobody: it comes back with the card behind it. Returns the post's id.</summary>
    public string Bring(string conversation, Activity post, IReadOnlyList<Activity> card)
    {
        var id = NewId(conversation);
        Show(conversation, [.. Echo(conversation, id, post), .. Card(conversation, card, id, id)]);
        return id;
    }

    /// <summary>The turn of what was posted is under way, and it comes back with that: only the card. Returns the post's id for now.</summary>
    public string BringLate(string conversation, IReadOnlyList<Activity> card)
    {
        var id = NewId(conversation);
        Show(conversation, Card(conversation, card, id, null));
        return id;
    }

    /// <summary>The card for whoever only looks. One id in a minute: a poller sees it once in that time, and again while it stays so.</summary>
    public List<string> Standing(string conversation, IReadOnlyList<Activity> card) =>
        Card(conversation, card, string.Create(CultureInfo.InvariantCulture, $"{conversation}|card.{Now / 60_000:x}"), null);

    /// <summary>The cards that are in sight now.</summary>
    public IReadOnlyList<string> InSight(string conversation) =>
        _cards.TryGet(conversation, out var shown) && time.GetUtcNow() < shown.Until ? shown.Activities : [];

    /// <summary>An id for what is nowhere kept.</summary>
    public string NewId(string conversation) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{Now:x}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Show(string conversation, List<string> activities)
    {
        _cards.Set(conversation, (time.GetUtcNow() + _inSight, activities));
        hub.Push(conversation, activities);
    }

    private List<string> Echo(string conversation, string id, Activity post) =>
        WireActivity.Read(ActivityJson.Write(post)) is { } echo ? [echo.At(conversation, id, Now).ToString()] : [];

    private List<string> Card(string conversation, IReadOnlyList<Activity> card, string id, string? echo)
    {
        var now = Now;
        return [.. card.Select((c, i) => WireActivity.Read(ActivityJson.Write(c))!.FromBot(echo)
            .At(conversation, string.Create(CultureInfo.InvariantCulture, $"{id}-{i + 1:D2}"), now + i + 1).ToString())];
    }
}
