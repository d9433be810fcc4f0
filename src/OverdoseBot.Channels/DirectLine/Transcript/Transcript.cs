using System.Globalization;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// The conversation as clients see it, made from the journal's turns and nothing else: what was posted comes back before its replies,
/// ids come from turn numbers, timestamps only grow (wire-protocols.md 3.6, DL-15 and DL-19).
/// </summary>
internal sealed class Transcript(IJournal journal)
{
    private const int TurnsAtOnce = 64;

    /// <summary>The id of what was posted in a turn. The time tells a conversation from a forgotten one of the same name.</summary>
    public static string EchoId(string conversation, long turn, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{turn:D7}.{at.ToUnixTimeMilliseconds():x}");

    /// <summary>What comes after the cursor.</summary>
    /// <exception cref="JournalException">The store is away.</exception>
    public async ValueTask<ActivitySet> ReadAsync(string conversation, Cursor cursor, CancellationToken cancel)
    {
        // With the turn before, to see that it is still the one the cursor was made from.
        var turns = await journal.HistoryAsync(conversation, Math.Max(cursor.Turn - 1, 0), TurnsAtOnce + 1, cancel);
        if (cursor.Turn == 0)
        {
            return Show(conversation, turns, cursor);
        }

        if (turns is [var last, ..] && last.Turn == cursor.Turn && last.At.ToUnixTimeMilliseconds() <= cursor.Stamp)
        {
            return Show(conversation, [.. turns.Skip(1)], cursor);
        }

        return Show(conversation, await journal.HistoryAsync(conversation, 0, TurnsAtOnce + 1, cancel), Cursor.Start);
    }

    private static ActivitySet Show(string conversation, IReadOnlyList<LoggedTurn> turns, Cursor cursor)
    {
        var shown = new List<string>();
        foreach (var turn in turns.Take(TurnsAtOnce))
        {
            cursor = Show(conversation, turn, cursor, shown);
        }

        return new ActivitySet(shown, cursor, turns.Count > TurnsAtOnce);
    }

    // The same turns give the same stamps, wherever a reader comes in: a cursor holds all that the next turn needs.
    private static Cursor Show(string conversation, LoggedTurn turn, Cursor cursor, List<string> shown)
    {
        var next = Math.Max(turn.At.ToUnixTimeMilliseconds(), cursor.Stamp + 1);
        var turnId = EchoId(conversation, turn.Turn, turn.At);
        string? echo = null;
        if (IsEchoed(turn) && WireActivity.Read(turn.Inbound!) is { } posted)
        {
            if (posted.AsLateEcho(conversation) is { } late)
            {
                shown.Add(late.ToString());
            }
            else
            {
                echo = turnId;
                shown.Add(posted.At(conversation, echo, next++).ToString());
            }
        }

        for (var i = 0; i < turn.Outgoing.Count; i++)
        {
            if (WireActivity.Read(turn.Outgoing[i]) is { } reply)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"{turnId}-{i + 1:D2}");
                shown.Add(reply.FromBot(echo).At(conversation, id, next++).ToString());
            }
        }

        return new Cursor(turn.Turn, Math.Max(next - 1, turn.At.ToUnixTimeMilliseconds()));
    }

    // Only what a client posted comes back; clocks and other inner events are the bot's own.
    private static bool IsEchoed(LoggedTurn turn) => turn.Inbound is not null && turn.InboundKey.StartsWith(InboundKey.Prefix, StringComparison.Ordinal);
}
