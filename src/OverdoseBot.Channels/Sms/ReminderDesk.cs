using OverdoseBot.Bot;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms;

/// <summary>
/// Brings a wish for a reminder, or its end, to the person's reminder: a conversation of its own in the journal, with no word of theirs in it, so that
/// an alarm months away keeps alive nothing that was said (<see cref="Reminders"/>).
/// </summary>
internal sealed class ReminderDesk(PersonNames names, KeptNames kept, TurnRunner runner, IJournal journal, TimeProvider time)
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);

    /// <summary>Takes a row of <see cref="SmsNames.Reminders"/>. Taken twice, it is the same wish.</summary>
    public async Task<Delivery> TakeAsync(OutboxRow row, CancellationToken cancel)
    {
        var wish = ActivityJson.Read(row.Body);
        if (names.Open(wish.From?.Id) is not { } address)
        {
            return new Delivery.Dropped("its address cannot be read: the signing key is not the one it was kept with");
        }

        if (wish.Name == Reminders.SetEvent && address.IsOfOtherService)
        {
            return new Delivery.Dropped("the number of reminders sends text messages only");
        }

        var reminder = (await kept.OfAsync(n => n.Reminder(address.Theirs), cancel)).Reminder(address.Theirs);
        var key = names.Inbound("wish", $"{row.Conversation}/{row.Number}");
        if (wish.Name == Reminders.EndEvent && (await journal.BeginAsync(reminder, key, cancel)).Record is null)
        {
            // There is none to end.
            return new Delivery.Delivered();
        }

        wish.Conversation.Id = reminder;
        var taken = await runner.RunAsync(reminder, key, wish, sms: true, cancel);
        return taken.Turn > 0 ? new Delivery.Delivered() : new Delivery.Retry(time.GetUtcNow() + Backoff.After(row.Tries, _firstPause, _longestPause));
    }
}
