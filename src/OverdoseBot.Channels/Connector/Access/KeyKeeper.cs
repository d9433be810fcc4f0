using Microsoft.Extensions.Hosting;

namespace OverdoseBot.Channels.Connector;

/// <summary>
/// Fetches the signing keys when the service starts and every twelve hours (they are to be looked at once a day, wire-protocols.md 2.1), so that
/// nobody who needs help waits for them and a key that was withdrawn stops counting.
/// </summary>
internal sealed class KeyKeeper(Authorities authorities, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _often = TimeSpan.FromHours(12);
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(authorities.Channels.Keys, stoppingToken), KeepAsync(authorities.Emulator.Keys, stoppingToken));

    private async Task KeepAsync(SigningKeys keys, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await keys.LookAsync() ? _often : _again, time, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }
}
