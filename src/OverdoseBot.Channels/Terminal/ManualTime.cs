namespace OverdoseBot.Channels.Terminal;

/// <summary>A practice clock: it stands still until it is moved.</summary>
/// <param name="start">Where it starts (UTC).</param>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves the clock on; never back.</summary>
    public void MoveTo(DateTimeOffset time) => _now = time > _now ? time : _now;
}
