using System.Net.Http.Headers;
using Azure;

namespace OverdoseBot.Channels.Opinions;

/// <summary>The rest that a service asks for with <c>Retry-After</c> (wire-protocols.md 6.4).</summary>
internal sealed class Rest(TimeProvider time)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);
    private readonly Lock _noting = new();
    private long _until;

    /// <summary>True while it lasts.</summary>
    public bool IsOn => time.GetUtcNow().UtcTicks < Interlocked.Read(ref _until);

    /// <summary>Notes what a failed call asks for: seconds or a date; five minutes at most.</summary>
    public void Note(Response? response)
    {
        if (response?.Headers.TryGetValue("Retry-After", out var text) == true && RetryConditionHeaderValue.TryParse(text, out var after))
        {
            var now = time.GetUtcNow();
            var wait = after.Delta ?? (after.Date - now) ?? TimeSpan.Zero;
            var until = (now + (wait < _longest ? wait : _longest)).UtcTicks;
            lock (_noting)
            {
                // Calls that were under way together may be told different times: the longest counts.
                Interlocked.Exchange(ref _until, Math.Max(_until, until));
            }
        }
    }
}
