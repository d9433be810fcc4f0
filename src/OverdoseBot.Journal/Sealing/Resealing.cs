using Microsoft.Extensions.Logging;

namespace OverdoseBot.Journal.Sealing;

/// <summary>
/// Brings what is kept in plain text or under an old key under the current one, beside the retention sweep: at the start, and then until a look finds
/// nothing. Killed on the way, the next start goes on with what is left. Replicas may do so at once.
/// </summary>
/// <param name="seal">Without a current key nothing is done.</param>
/// <param name="look">Goes through all rows once.</param>
/// <param name="wipe">Clears from the store what was there in plain text.</param>
/// <param name="log">Receives counts.</param>
internal sealed partial class Resealing(Seal seal, Func<CancellationToken, Task<Resealed>> look, Func<CancellationToken, ValueTask> wipe, ILogger log)
{
    private readonly ILogger _log = log;
    private bool _looked;
    private bool _over;

    public async ValueTask RunAsync(CancellationToken cancel)
    {
        if (!seal.Closes || _over)
        {
            return;
        }

        var found = await look(cancel);
        if (found.Done > 0)
        {
            await wipe(cancel);
        }

        Counted(found.Done, found.Left + found.Unreadable);
        if (found.Unreadable > 0)
        {
            Unreadable(found.Unreadable);
        }

        // After the first look a replica that is about to stop may still write under an old key.
        _over = _looked && found == default;
        _looked = true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Kept rows sealed anew with the current key: {Done}. Left under no key or another: {Left}.")]
    private partial void Counted(int done, int left);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Kept rows that cannot be opened: {Count}. Add the key that they were written with to Journal:OldKeys; till then their conversations get the emergency card.")]
    private partial void Unreadable(int count);
}
