using OverdoseBot.Replicas.Tests.Given;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>
/// Everybody who needs the service while it is killed: on the web some talk and some fall silent, so that their clocks ring; by text likewise. Each
/// says the same thing again until it is acknowledged.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int Talkers = 8;
    private const int Silent = 32;
    private readonly RoundRobin _service;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _over = new();
    private readonly List<Task> _running = [];

    public Crowd(RoundRobin service, int seed)
    {
        (_service, _http) = (service, service.Client());
        Web = [.. Enumerable.Range(0, Talkers + Silent).Select(i => new WebPerson(_http, service, new Random(seed + i), talks: i < Talkers, polls: i % 4 == 3))];
        Texts = [.. Enumerable.Range(0, Talkers + Silent).Select(i => new TextPerson(_http, i, new Random(seed + 1_000 + i), talks: i < Talkers))];
    }

    public IReadOnlyList<WebPerson> Web { get; }

    public IReadOnlyList<TextPerson> Texts { get; }

    public void Start()
    {
        _running.AddRange(Web.Select(person => Task.Run(() => person.TalkAsync(_over.Token))));
        _running.AddRange(Texts.Select(person => Task.Run(() => person.TalkAsync(_over.Token))));
    }

    /// <summary>Nobody begins to say anything more; what was begun is said until it is acknowledged.</summary>
    public async Task QuietAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_running);
    }

    public async ValueTask DisposeAsync()
    {
        await QuietAsync();
        _over.Dispose();
        _http.Dispose();
        _service.Dispose();
    }
}
