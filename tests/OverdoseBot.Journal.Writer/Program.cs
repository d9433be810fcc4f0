using Microsoft.Extensions.Logging.Abstractions;
using OverdoseBot.Journal;
using OverdoseBot.Journal.Writer;

if (args is [var store, var current, var old])
{
    // Seals anew what is there, from one key to another, until it is killed or done.
    var keys = new JournalKeys(Convert.FromBase64String(current), [Convert.FromBase64String(old)]);
    await using var sealing = await Journals.OpenAsync(store, TimeProvider.System, NullLoggerFactory.Instance, keys);
    await sealing.SweepAsync(DateTimeOffset.UnixEpoch, CancellationToken.None);
    return;
}

// Commits turns until it is killed. A line "ack <conversation> <turn>" is printed after the commit returned, never before.
Console.WriteLine("opening");
await using var journal = await Journals.OpenAsync(args[0], TimeProvider.System, NullLoggerFactory.Instance);
await Task.WhenAll(Enumerable.Range(0, Script.Conversations).Select(number => Task.Run(() => WriteAsync(Script.Conversation(number)))));

async Task WriteAsync(string conversation)
{
    while (true)
    {
        try
        {
            var opened = await journal.BeginAsync(conversation, "unknown", CancellationToken.None);
            Console.WriteLine(await CommitAsync(conversation, opened.Version, Script.TurnOf(opened.Record) + 1) is { } turn ? $"ack {conversation} {turn}" : "conflict");
        }
        catch (JournalException)
        {
            // The server was killed too: what was under way may be kept or not, and the next look tells.
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}

async Task<long?> CommitAsync(string conversation, long version, long turn)
{
    var entry = new TurnEntry(
        conversation,
        version,
        Script.Key(conversation, turn),
        Script.Record(conversation, turn),
        Script.Inbound(conversation, turn),
        Script.Outgoing(conversation, turn),
        Script.NextDue(turn),
        DateTimeOffset.UnixEpoch.AddSeconds(turn),
        FromPerson: true)
    { Outbox = Script.Outbox(conversation, turn) };
    return await journal.CommitAsync(entry, CancellationToken.None) switch
    {
        CommitOutcome.Done done => done.Turn.Turn,
        CommitOutcome.Duplicate same => same.Earlier.Turn,
        _ => null,
    };
}
