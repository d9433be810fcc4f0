namespace OverdoseBot.Journal.Sqlite;

/// <summary>Hands out heads. Who has which queue in hand is known here only, so that a restart hands everything undelivered out again.</summary>
internal sealed class OutboxRows(WriteLoop writes, Readers reads) : IOutboxRows
{
    private readonly HashSet<Queue> _inHand = [];
    private readonly Lock _gate = new();

    public ValueTask<IReadOnlyList<OutboxRow>> ClaimAsync(string target, DateTimeOffset now, int most, CancellationToken cancel)
    {
        Checks.Key(target);
        Checks.Most(most);
        return reads.ReadAsync<IReadOnlyList<OutboxRow>>(reader => Claim(reader, target, now, most), cancel);
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(string target, CancellationToken cancel)
    {
        Checks.Key(target);
        return reads.ReadAsync(reader => NextDue(reader, target), cancel);
    }

    public async ValueTask SettleAsync(OutboxRow row, Delivery outcome, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(outcome);
        await writes.SendAsync(new WriteRequest<bool>(writer => Settled(writer, row, outcome)), cancel);

        // Only now: had the write failed, the message would be handed out a second time.
        Release(row);
    }

    private static bool Settled(Writer writer, OutboxRow row, Delivery outcome)
    {
        writer.Outbox.Settle(row.Number, outcome);
        return true;
    }

    private List<OutboxRow> Claim(Reader reader, string target, DateTimeOffset now, int most)
    {
        // What is in hand is still due in the file: it must not crowd out the rest.
        var claimed = new List<OutboxRow>();
        foreach (var (row, body) in reader.OutboxDue(target, now, most + InHand(target)))
        {
            if (claimed.Count == most)
            {
                break;
            }

            if (!Take(row))
            {
                continue;
            }

            // Settled between the look and the taking: it is not to be sent again.
            if (reader.IsDue(row.Number, now))
            {
                claimed.Add(reader.Opened(row, body));
            }
            else
            {
                Release(row);
            }
        }

        return claimed;
    }

    private DateTimeOffset? NextDue(Reader reader, string target) =>
        reader.OutboxTimes(target, 1 + InHand(target)).Find(head => !IsInHand(new(head.Conversation, target)))?.Due;

    private bool Take(OutboxRow row)
    {
        lock (_gate)
        {
            return _inHand.Add(Queue.Of(row));
        }
    }

    private void Release(OutboxRow row)
    {
        lock (_gate)
        {
            _inHand.Remove(Queue.Of(row));
        }
    }

    private bool IsInHand(Queue queue)
    {
        lock (_gate)
        {
            return _inHand.Contains(queue);
        }
    }

    private int InHand(string target)
    {
        lock (_gate)
        {
            return _inHand.Count(q => q.Target == target);
        }
    }

    private sealed record Queue(string Conversation, string Target)
    {
        public static Queue Of(OutboxRow row) => new(row.Conversation, row.Target);
    }
}
