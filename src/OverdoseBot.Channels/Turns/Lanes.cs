namespace OverdoseBot.Channels;

/// <summary>
/// Lets the turns of one conversation run one after the other here, so that a burst does not spend its time on version conflicts. The journal
/// alone keeps turns apart; without this everything still holds.
/// </summary>
internal sealed class Lanes : IDisposable
{
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<T> RunAsync<T>(string conversation, Func<Task<T>> turn)
    {
        var lane = _lanes[(uint)conversation.GetHashCode(StringComparison.Ordinal) % _lanes.Length];
        await lane.WaitAsync();
        try
        {
            return await turn();
        }
        finally
        {
            lane.Release();
        }
    }

    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());
}
