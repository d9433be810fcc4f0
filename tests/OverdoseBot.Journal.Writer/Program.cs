using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;
using OverdoseBot.Journal.Writer;

// Commits turns until it is killed. A line "ack <conversation> <turn>" is printed after the commit returned, never before.
Console.WriteLine("opening");
await using var journal = await SqliteJournal.OpenAsync($"Data Source={args[0]}", TimeProvider.System, NullLogger.Instance);
await Task.WhenAll(Enumerable.Range(0, Script.Conversations).Select(number => Task.Run(() => WriteAsync(Script.Conversation(number)))));

async Task WriteAsync(string conversation)
{
    while (true)
    {
        var opened = await journal.BeginAsync(conversation, "unknown", CancellationToken.None);
        var turn = Script.TurnOf(opened.Record) + 1;
        var outcome = await journal.CommitAsync(
            new(
                conversation,
                opened.Version,
                Script.Key(conversation, turn),
                Script.Record(conversation, turn),
                Script.Inbound(conversation, turn),
                Script.Outgoing(conversation, turn),
                Script.NextDue(turn),
                DateTimeOffset.UnixEpoch.AddSeconds(turn),
                FromPerson: true)
            { Outbox = Script.Outbox(conversation, turn) },
            CancellationToken.None);
        Console.WriteLine(outcome is CommitOutcome.Done done ? $"ack {conversation} {done.Turn.Turn}" : $"unexpected {outcome.GetType().Name}");
    }
}
