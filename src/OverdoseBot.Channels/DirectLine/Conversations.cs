using Microsoft.Bot.Schema;
using OverdoseBot.Channels.Http;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Starts conversations, takes posts and reads transcripts, over the journal; when no turn can be run, the emergency card.</summary>
internal sealed class Conversations(IJournal journal, TurnRunner runner, Reception reception, Unkept unkept)
{
    private readonly Transcript _transcript = new(journal);
    private readonly Retries _retries = new(journal);

    /// <summary>
    /// Greets a conversation that has no turn yet, before the person types. One that had begun and is not known any more is told so (DL-21).
    /// </summary>
    public async Task<Beginning> OpenAsync(TokenClaims visitor, string serviceUrl, AddressLimits.Caller from, VisitorBody? wish = null, string? locale = null)
    {
        try
        {
            if (await IsKnownAsync(visitor.Conversation))
            {
                return Beginning.Earlier;
            }

            if (!from.Begins())
            {
                return Beginning.Refused;
            }

            var first = visitor.Begun ? InboundActivity.Lost(visitor, serviceUrl) : InboundActivity.Hello(visitor, serviceUrl, wish);
            first.Locale ??= locale;
            return await TurnAsync(visitor, InboundKey.Hello, first) switch
            {
                { Turn: 0 } => Beginning.Missed,
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
    public async Task<string> PostAsync(TokenClaims visitor, Activity post, AddressLimits.Caller from)
    {
        if (!PostedActivity.IsHeard(post))
        {
            return from.Posts() == Load.Light ? unkept.Pass(visitor.Conversation, post) : unkept.NewId(visitor.Conversation);
        }

        if (reception.Refuses(from.Posts(), visitor.Conversation, post))
        {
            return Refuse(visitor, post, CardReason.Limit);
        }

        // A page that was open all the time does not know that the text was deleted.
        switch (await OpenAsync(visitor, post.ServiceUrl, from, locale: post.Locale))
        {
            case Beginning.Unknown:
                return Refuse(visitor, post, CardReason.Store);
            case Beginning.Refused:
                return Refuse(visitor, post, CardReason.Limit);
            case Beginning.Missed:
                return unkept.Bring(visitor.Conversation, post, runner.Cards.For(visitor.Conversation, post, sms: false));
        }

        var replies = await TurnAsync(visitor, await KeyAsync(visitor, post), post);
        if (replies.Turn == 0)
        {
            return replies.Late ? unkept.BringLate(visitor.Conversation, replies.Activities) : unkept.Bring(visitor.Conversation, post, replies.Activities);
        }

        var echo = Transcript.EchoId(visitor.Conversation, replies.Turn, replies.At);
        if (replies.Repeated && InboundKey.OfRetry(post) is not null)
        {
            await TurnAsync(visitor, InboundKey.OfEcho(post), LateEcho.Of(post, echo, replies.At));
        }

        return echo;
    }

    /// <summary>What a client that asks again and again finds: what comes after the cursor, and the card it was given in place of a turn.</summary>
    public async ValueTask<ActivitySet> PollAsync(TokenClaims visitor, Cursor cursor, string serviceUrl, AddressLimits.Caller from, CancellationToken cancel)
    {
        if (!from.Looks() || await OpenAsync(visitor, serviceUrl, from) is Beginning.Refused or Beginning.Missed)
        {
            return CardAt(visitor, cursor);
        }

        var set = await ReadAsync(visitor, cursor, cancel);
        return set.IsCard || set.More ? set : set with { Activities = [.. unkept.InSight(visitor.Conversation), .. set.Activities] };
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
            return CardAt(visitor, cursor);
        }
    }

    /// <summary>The emergency card for whoever only looks, and the cursor where it was.</summary>
    public ActivitySet CardAt(TokenClaims visitor, Cursor cursor)
    {
        var card = runner.Cards.For(visitor.Conversation, InboundActivity.Hello(visitor, string.Empty), sms: false);
        return new ActivitySet(unkept.Standing(visitor.Conversation, card), cursor, More: false) { IsCard = true };
    }

    // A message that has arrived is answered, even if its sender lost the connection meanwhile.
    private Task<TurnReplies> TurnAsync(TokenClaims visitor, string key, Activity inbound) => reception.TakeAsync(visitor.Conversation, key, inbound, sms: false);

    private string Refuse(TokenClaims visitor, Activity post, CardReason reason) =>
        unkept.Bring(visitor.Conversation, post, runner.Cards.Give(visitor.Conversation, post, sms: false, reason).Activities);

    private async ValueTask<bool> IsKnownAsync(string conversation) =>
        (await journal.BeginAsync(conversation, InboundKey.None, CancellationToken.None)).Version > 0;

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

    /// <summary>Not yet: too much comes from this address.</summary>
    Refused,

    /// <summary>Not yet: its first turn could not be run, or is not done yet.</summary>
    Missed,
}
