using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms;

/// <summary>A message that was said, as the journal keeps it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Overtaken">True: something of the steps was said after it.</param>
internal sealed record Spoken(Activity Message, bool Overtaken)
{
    private const int TurnsRead = 4_096;

    /// <summary>Finds a message of a conversation by its id; without one, the last. Null: there is none.</summary>
    public static async ValueTask<Spoken?> FindAsync(IJournal journal, string conversation, string? id, CancellationToken cancel)
    {
        var overtaken = false;
        foreach (var turn in (await journal.HistoryAsync(conversation, 0, TurnsRead, cancel)).Reverse())
        {
            var said = turn.Outgoing.Select(ActivityJson.Read).ToList();
            if (said.FindLast(m => id is null || m.Id == id) is { } message)
            {
                return new Spoken(message, overtaken);
            }

            overtaken |= Overtakes(turn, said);
        }

        return null;
    }

    // What stands beside the steps, and an offer that nobody asked for, make no prompt stale (Leaving says the same of what waits).
    private static bool Overtakes(LoggedTurn turn, IEnumerable<Activity> said) =>
        said.Any(m => !TurnResult.IsBeside(m)) && !(turn.Inbound is { } inbound && Opinion.Is(ActivityJson.Read(inbound)));
}
