using System.Globalization;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// The conversation as clients see it, made from the journal's turns and nothing else: what was posted comes back before its replies,
/// ids come from turn numbers, timestamps only grow (wire-protocols.md 3.6, DL-15 and DL-19).
/// </summary>
internal sealed class Transcript(IJournal journal)
{
    /// <summary>From so many characters on a set takes no further turn: whoever reads many long posts gets them in several.</summary>
    public const int Full = 256 * 1_024;

    private const int MostTurns = 64;

    // What is read is held, whether it is shown or not.
    private const int TurnsAtOnce = 16;

    /// <summary>The id of what was posted in a turn. The time tells a conversation from a forgotten one of the same name.</summary>
    public static string EchoId(string conversation, long turn, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{turn:D7}.{at.ToUnixTimeMilliseconds():x}");

    /// <summary>What comes after the cursor: at least one turn where there is one, however large it is.</summary>
    /// <exception cref="JournalException">The store is away.</exception>
    public async ValueTask<ActivitySet> ReadAsync(string conversation, Cursor cursor, CancellationToken cancel)
    {
        var shown = new List<string>();
        var (left, size) = (MostTurns, 0);
        if (await AfterAsync(conversation, cursor, cancel) is not { } turns)
        {
            cursor = Cursor.Start;
            turns = await journal.HistoryAsync(conversation, 0, TurnsAtOnce, cancel);
        }

        while (true)
        {
            foreach (var turn in turns)
            {
                if (left-- == 0 || size >= Full)
                {
                    return new ActivitySet(shown, cursor, More: true);
                }

                var before = shown.Count;
                cursor = Show(conversation, turn, cursor, shown);
                size += shown.Skip(before).Sum(a => a.Length);
            }

            if (turns.Count < TurnsAtOnce)
            {
                return new ActivitySet(shown, cursor, More: false);
            }

            if (await AfterAsync(conversation, cursor, cancel) is not { } next)
            {
                // It was forgotten meanwhile: the next look sees that, and begins at the first turn.
                return new ActivitySet(shown, cursor, More: true);
            }

            turns = next;
        }
    }

    /// <summary>The turn behind the cursor, where it is at hand.</summary>
    public static ActivitySet Next(string conversation, LoggedTurn turn, Cursor cursor)
    {
        var shown = new List<string>();
        cursor = Show(conversation, turn, cursor, shown);
        return new ActivitySet(shown, cursor, More: false);
    }

    // Null: the turn that the cursor was made from is not there any more.
    private async ValueTask<IReadOnlyList<LoggedTurn>?> AfterAsync(string conversation, Cursor cursor, CancellationToken cancel)
    {
        if (cursor.Turn == 0)
        {
            return await journal.HistoryAsync(conversation, 0, TurnsAtOnce, cancel);
        }

        var turns = await journal.HistoryAsync(conversation, cursor.Turn - 1, TurnsAtOnce + 1, cancel);
        return turns is [var last, ..] && last.Turn == cursor.Turn && last.At.ToUnixTimeMilliseconds() <= cursor.Stamp ? [.. turns.Skip(1)] : null;
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
