using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using OverdoseBot.Channels.Http;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Starts conversations, takes posts and reads transcripts, over the journal; when the store is away, the emergency card.</summary>
internal sealed class Conversations(IJournal journal, TurnRunner runner, StreamHub hub, TimeProvider time) : IDisposable
{
    private readonly Transcript _transcript = new(journal);
    private readonly Retries _retries = new(journal);
    private readonly Lanes _lanes = new();

    /// <summary>
    /// Greets a conversation that has no turn yet, before the person types. One that had begun and is not known any more is told so (DL-21).
    /// </summary>
    public async Task<Beginning> OpenAsync(TokenClaims visitor, string serviceUrl, VisitorBody? wish = null)
    {
        try
        {
            if (await IsKnownAsync(visitor.Conversation))
            {
                return Beginning.Earlier;
            }

            var first = visitor.Begun ? InboundActivity.Lost(visitor, serviceUrl) : InboundActivity.Hello(visitor, serviceUrl, wish);
            return await TurnAsync(visitor, InboundKey.Hello, first) switch
            {
                { Turn: 0 } => Beginning.Unknown,
                { Repeated: true } => Beginning.Earlier,
                _ => Beginning.Now,
            };
        }
        catch (JournalException)
        {
            // Turning a start away ends the chat for good (3.4); the stream brings the card.
            return Beginning.Unknown;
        }
    }

    /// <summary>Takes a post and returns its id. What was posted and what is answered reach the client through the transcript.</summary>
    public async Task<string> PostAsync(TokenClaims visitor, Activity post)
    {
        if (!PostedActivity.IsHeard(post))
        {
            return Pass(visitor.Conversation, post);
        }

        // A page that was open all the time does not know that the text was deleted.
        await OpenAsync(visitor, post.ServiceUrl);
        var replies = await TurnAsync(visitor, await KeyAsync(visitor, post), post);
        if (replies.Turn > 0)
        {
            var echo = Transcript.EchoId(visitor.Conversation, replies.Turn, replies.At);
            if (replies.Repeated && InboundKey.OfRetry(post) is not null)
            {
                await TurnAsync(visitor, InboundKey.OfEcho(post), LateEcho.Of(post, echo, replies.At));
            }

            return echo;
        }

        var id = Pass(visitor.Conversation, post);
        hub.Push(visitor.Conversation, Card(visitor.Conversation, replies.Activities, id));
        return id;
    }

    /// <summary>What comes after the cursor; the emergency card, and the cursor where it was, when the store is away.</summary>
    public async ValueTask<ActivitySet> ReadAsync(TokenClaims visitor, Cursor cursor, CancellationToken cancel)
    {
        try
        {
            return await _transcript.ReadAsync(visitor.Conversation, cursor, cancel);
        }
        catch (JournalException)
        {
            var card = runner.Card(InboundActivity.Hello(visitor, string.Empty), sms: false);
            return new ActivitySet(Card(visitor.Conversation, card, null), cursor, More: false) { IsCard = true };
        }
    }

    public void Dispose() => _lanes.Dispose();

    private Task<TurnReplies> TurnAsync(TokenClaims visitor, string key, Activity inbound) =>
        // A message that has arrived is answered, even if its sender lost the connection meanwhile.
        _lanes.RunAsync(visitor.Conversation, () => runner.RunAsync(visitor.Conversation, key, inbound, sms: false, CancellationToken.None));

    private async ValueTask<bool> IsKnownAsync(string conversation) =>
        (await journal.BeginAsync(conversation, InboundKey.Hello, CancellationToken.None)).Version > 0;

    private async ValueTask<string> KeyAsync(TokenClaims visitor, Activity post)
    {
        try
        {
            return await _retries.KeyAsync(visitor.Conversation, post, CancellationToken.None);
        }
        catch (JournalException)
        {
            return InboundKey.Of(post);
        }
    }

    // Typing and signals of other programs change nothing, so nothing is kept: they come back to whoever listens now (DL-11).
    private string Pass(string conversation, Activity post)
    {
        var stamp = time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}|{stamp:x}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        if (WireActivity.Read(ActivityJson.Write(post)) is { } echo)
        {
            hub.Push(conversation, [echo.At(conversation, id, stamp).ToString()]);
        }

        return id;
    }

    // One id in a minute: a poller sees the card once in that time, and again while the store stays away.
    private List<string> Card(string conversation, IReadOnlyList<Activity> card, string? echo)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var id = echo ?? string.Create(CultureInfo.InvariantCulture, $"{conversation}|card.{now / 60_000:x}");
        return [.. card.Select((c, i) => WireActivity.Read(ActivityJson.Write(c))!.FromBot(echo)
            .At(conversation, string.Create(CultureInfo.InvariantCulture, $"{id}-{i + 1:D2}"), now + i + 1).ToString())];
    }
}

/// <summary>When a conversation began.</summary>
internal enum Beginning
{
    /// <summary>Before this call.</summary>
    Earlier,

    /// <summary>Now.</summary>
    Now,

    /// <summary>The store is away: nobody knows.</summary>
    Unknown,
}
