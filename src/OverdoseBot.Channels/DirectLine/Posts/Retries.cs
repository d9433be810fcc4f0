using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// Finds what a user's "Retry" repeats. The first post has no marks yet, so that it is known by the same text, sent when the retry says
/// that it was first shown (wire-protocols.md 3.5).
/// </summary>
internal sealed class Retries(IJournal journal)
{
    private const int TurnsAtOnce = 8;
    private static readonly TimeSpan _near = TimeSpan.FromSeconds(5);

    /// <summary>The key to post under.</summary>
    public async ValueTask<string> KeyAsync(string conversation, Activity post, CancellationToken cancel)
    {
        if (InboundKey.OfRetry(post) is not { } retry)
        {
            return InboundKey.Of(post);
        }

        return Received(post) is { } received && await OriginalAsync(conversation, post, received, cancel) is { } original ? original : retry;
    }

    // Backwards: what is repeated came a moment ago. Under an older key than the journal looks for, a turn would run anew anyway.
    private async ValueTask<string?> OriginalAsync(string conversation, Activity post, DateTimeOffset received, CancellationToken cancel)
    {
        var last = await LastAsync(conversation, cancel);
        for (var to = last; to > Math.Max(0, last - JournalLimits.RecentKeys); to -= TurnsAtOnce)
        {
            var from = Math.Max(0, to - TurnsAtOnce);
            var turns = await journal.HistoryAsync(conversation, from, (int)(to - from), cancel);
            if (turns.LastOrDefault(t => t.InboundKey.StartsWith(InboundKey.Prefix, StringComparison.Ordinal) && IsOriginal(t, post, received)) is { } original)
            {
                return original.InboundKey;
            }
        }

        return null;
    }

    // The number of the last turn, or a little more than there are: turns are numbered without gaps, and one at a time shows whether there is a later one.
    private async ValueTask<long> LastAsync(string conversation, CancellationToken cancel)
    {
        var (known, beyond) = (0L, (long)JournalLimits.RecentKeys);
        while (await HasAfterAsync(beyond))
        {
            (known, beyond) = (beyond, 2 * beyond);
        }

        while (known > 0 && beyond - known > 1)
        {
            var middle = (known + beyond) / 2;
            (known, beyond) = await HasAfterAsync(middle) ? (middle, beyond) : (known, middle);
        }

        return beyond;

        async ValueTask<bool> HasAfterAsync(long turn) => (await journal.HistoryAsync(conversation, turn, 1, cancel)).Count > 0;
    }

    private static bool IsOriginal(LoggedTurn turn, Activity post, DateTimeOffset received)
    {
        if (turn.Inbound is null)
        {
            return false;
        }

        var kept = ActivityJson.Read(turn.Inbound);
        return kept.Type == post.Type && kept.Text == post.Text && Same(kept.Value, post.Value)
            && InboundKey.OfRetry(kept) is null
            && kept.LocalTimestamp is { } sent && (sent - received).Duration() <= _near;
    }

    private static bool Same(object? kept, object? posted) => JToken.DeepEquals(Token(kept), Token(posted));

    private static JToken? Token(object? value) => value is null ? null : JToken.FromObject(value);

    private static DateTimeOffset? Received(Activity post) =>
        double.TryParse(InboundKey.Value(post, "webChat", "receivedAt"), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is > 0 and < 253_402_300_799_000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : null;
}
