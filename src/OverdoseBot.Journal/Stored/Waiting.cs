namespace OverdoseBot.Journal.Stored;

/// <summary>The times of a message that waits for delivery, as every store keeps them.</summary>
/// <param name="Ready">When it may go, in stored milliseconds; never after it expires, so that what expires is found and dropped.</param>
/// <param name="Expires">From here on it is not sent, in stored milliseconds.</param>
internal readonly record struct Waiting(long Ready, long Expires)
{
    public static Waiting Of(OutboxEntry message, DateTimeOffset at)
    {
        var expires = Times.Stored(message.Expires ?? EndOfLife(at));
        var ready = message.NotBefore is { } notBefore ? Times.StoredDue(notBefore) : Times.Stored(at);
        return new(Math.Min(ready, expires), expires);
    }

    private static DateTimeOffset EndOfLife(DateTimeOffset at) =>
        at < DateTimeOffset.MaxValue - JournalLimits.OutboxLife ? at + JournalLimits.OutboxLife : DateTimeOffset.MaxValue;
}
