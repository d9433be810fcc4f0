using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Watching;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>
/// Delivers what clocks say by text message. A request that nobody answered may have been taken: before it is made again, Twilio is asked whether the
/// message is there (it has no key by which it would know the second one; wire-protocols.md 5.5).
/// </summary>
internal sealed class Sender(SmsOptions options, MessagesApi api, PersonNames names, IJournal journal, Misses misses, TimeProvider time)
{
    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    // A row this old, or older than this program, may have been sent by one that died before it could note it.
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _shortestValidity = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _longestValidity = TimeSpan.FromSeconds(300);
    private readonly DateTimeOffset _began = time.GetUtcNow();
    private readonly ConcurrentDictionary<string, SenderPace> _paces = new(StringComparer.Ordinal);

    public async Task<Delivery> DeliverAsync(OutboxRow row, CancellationToken cancel)
    {
        var message = ActivityJson.Read(row.Body);
        if (names.Open(message.Recipient?.Id) is not { } address)
        {
            return new Delivery.Dropped("its address cannot be read: the signing key is not the one it was kept with");
        }

        if (Reminders.Is(message) && address.IsOfOtherService)
        {
            return new Delivery.Dropped("the number of reminders sends text messages only");
        }

        if (Reminders.Is(message) && options.RemindersFrom is null)
        {
            return new Delivery.Dropped("reminders have no number of their own any more");
        }

        var asked = time.GetUtcNow();
        var sender = SenderOf(message, address);
        await _paces.GetOrAdd(sender, s => new SenderPace(options.PerSecond ?? SenderPace.Usual(s), time)).WaitAsync(IsUrgent(row, message) && !TurnResult.IsBeside(message), cancel);
        var now = time.GetUtcNow();
        if (row.Expires <= now)
        {
            return new Delivery.Dropped("it expired while it waited for its turn") { Stale = true };
        }

        if (row.Perishable && now - asked > _fresh && await Spoken.FindAsync(journal, row.Conversation, message.Id, cancel) is { Overtaken: true })
        {
            return new Delivery.Dropped("something newer was said while it waited for its turn") { Stale = true };
        }

        var text = new OutgoingText(address, sender, message.Text, Callback(row, message), Validity(row, message, now));
        if (row.Tries > 0 || now - row.At > _fresh || row.At < _began)
        {
            switch (await api.WasTakenAsync(text, row.At, cancel))
            {
                case true:
                    return new Delivery.Delivered();
                case null:
                    return Later(row, null);
            }
        }

        return await SendAsync(row, message, text, cancel);
    }

    private async Task<Delivery> SendAsync(OutboxRow row, Activity message, OutgoingText text, CancellationToken cancel)
    {
        switch (await api.SendAsync(text, cancel))
        {
            case Sent.Accepted:
                SmsWatch.Sent(text.Text, "prompt");
                return new Delivery.Delivered();
            case Sent.Refused { Status: 429, Wait: var wait }:
                return Later(row, wait);
            case Sent.Refused refused when Failure.Of(refused.Code).Reaction == Reaction.BackOff:
                return Later(row, refused.Wait);
            case Sent.Refused refused:
                // Without a code an answer to our credentials is all that says what is wrong.
                var code = refused.Code ?? (refused.Status is 401 or 403 ? 20003 : null);
                return await misses.TakeAsync(row.Conversation, message.Id, code, cancel)
                    ? new Delivery.Dropped(string.Create(CultureInfo.InvariantCulture, $"refused with HTTP {refused.Status} and code {code}"))
                    : Later(row, null);
            default:
                return Later(row, null);
        }
    }

    private Delivery.Retry Later(OutboxRow row, TimeSpan? wait)
    {
        var pause = Backoff.After(row.Tries, _firstPause, _longestPause);
        return new Delivery.Retry(time.GetUtcNow() + (wait > pause ? wait.Value : pause));
    }

    // Who stops reminders must still get help: they have a number of their own.
    private string SenderOf(Activity message, Address address) =>
        address.IsOfOtherService ? address.Ours
        : options.RemindersFrom is { } reminders && Reminders.Is(message)
            ? reminders
            : options.MessagingServiceSid ?? options.From ?? address.Ours;

    private static bool IsUrgent(OutboxRow row, Activity message) => row.Perishable || Kind(message) is "emergency" or "triage";

    private static string? Kind(Activity message) => (string?)(message.ChannelData as JObject)?["guide"]?["kind"];

    // First aid that comes hours late does harm; a phone company would hold it for ten.
    private static TimeSpan? Validity(OutboxRow row, Activity message, DateTimeOffset now) => !IsUrgent(row, message) ? null
        : row.Expires - now < _shortestValidity ? _shortestValidity
        : row.Expires - now > _longestValidity ? _longestValidity
        : row.Expires - now;

    private string? Callback(OutboxRow row, Activity message) => Report.Address(options.PublicUrl?.OriginalString ?? message.ServiceUrl, row.Conversation, message.Id);
}
