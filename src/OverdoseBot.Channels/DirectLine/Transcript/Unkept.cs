using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// What clients see and no journal keeps: signals, and the emergency card in place of a turn. It goes to the streams that are open now; a card stays
/// in sight for a few seconds, for clients that ask again and again in place of a stream, and is forgotten soon after that.
/// </summary>
internal sealed class Unkept : IDisposable
{
    // Of a post that waits for whoever asks again: far more than a frightened person types, and little enough to hold for thousands.
    private const int MostHeld = 1_000;
    private static readonly TimeSpan _inSight = TimeSpan.FromSeconds(10);
    private readonly StreamHub _hub;
    private readonly TimeProvider _time;
    private readonly Recent<(DateTimeOffset Until, IReadOnlyList<string> Activities)> _cards = new(4_096);
    private readonly ITimer _ageing;
    private int _isAgeing;

    public Unkept(StreamHub hub, TimeProvider time)
    {
        (_hub, _time) = (hub, time);
        _ageing = time.CreateTimer(_ => Age(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Typing and signals of other programs change nothing: they come back to whoever listens now (DL-11). Returns the post's id.</summary>
    public string Pass(string conversation, Activity post)
    {
        var id = NewId(conversation);
        _hub.Push(conversation, Echo(conversation, id, post));
        return id;
    }

    /// <summary>
    /// What was posted was heard by nobody: it comes back with the card behind it; to whoever asks again, without what does not matter to them.
    /// Returns the post's id.
    /// </summary>
    public string Bring(string conversation, Activity post, IReadOnlyList<Activity> card)
    {
        var id = NewId(conversation);
        var (whole, bare) = (Echo(conversation, id, post), Echo(conversation, id, Bare(post)));
        var said = Card(conversation, card, id, id);
        Show(conversation, [.. whole, .. said], [.. bare, .. said]);
        return id;
    }

    /// <summary>The turn of what was posted is under way, and it comes back with that: only the card. Returns the post's id for now.</summary>
    public string BringLate(string conversation, IReadOnlyList<Activity> card)
    {
        var id = NewId(conversation);
        var said = Card(conversation, card, id, null);
        Show(conversation, said, said);
        return id;
    }

    /// <summary>The card for whoever only looks. One id in a minute: a poller sees it once in that time, and again while it stays so.</summary>
    public List<string> Standing(string conversation, IReadOnlyList<Activity> card) =>
        Card(conversation, card, string.Create(CultureInfo.InvariantCulture, $"{conversation}|card.{Now / 60_000:x}"), null);

    /// <summary>The cards that are in sight now.</summary>
    public IReadOnlyList<string> InSight(string conversation) =>
        _cards.TryGet(conversation, out var shown) && _time.GetUtcNow() < shown.Until ? shown.Activities : [];

    /// <summary>An id for what is nowhere kept.</summary>
    public string NewId(string conversation) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{Now:x}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <inheritdoc />
    public void Dispose() => _ageing.Dispose();

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Show(string conversation, List<string> now, List<string> later)
    {
        _cards.Set(conversation, (_time.GetUtcNow() + _inSight, later));
        AgeLater();
        _hub.Push(conversation, now);
    }

    // What it finds is as old as its last round or younger: nothing is held for longer than two, and nothing runs while nothing is held.
    private void Age()
    {
        Volatile.Write(ref _isAgeing, 0);
        if (_cards.Age())
        {
            AgeLater();
        }
    }

    private void AgeLater()
    {
        if (Interlocked.Exchange(ref _isAgeing, 1) == 0)
        {
            _ageing.Change(_inSight, Timeout.InfiniteTimeSpan);
        }
    }

    private static Activity Bare(Activity post)
    {
        var bare = Forgotten.Bare(post, post.Text?.Length > MostHeld ? Forgotten.Words : post.Text);
        bare.ChannelData = InboundKey.Value(bare, "clientActivityID")?.Length > MostHeld ? null : bare.ChannelData;
        return bare;
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
