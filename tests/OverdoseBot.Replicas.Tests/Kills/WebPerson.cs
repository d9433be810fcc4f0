using OverdoseBot.Replicas.Tests.Given;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>A post that the service says it has.</summary>
internal sealed record Post(string ClientId, string Id);

/// <summary>Somebody on the web. One of two things after the first words: they go on talking, or they are silent and their clocks ring.</summary>
internal sealed class WebPerson(HttpClient http, RoundRobin service, Random random, bool talks, bool polls)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(700);
    private readonly List<Post> _posts = [];
    private Visitor? _me;

    public Visitor Me => _me!;

    /// <summary>What was acknowledged as kept.</summary>
    public IReadOnlyList<Post> Posts => _posts;

    /// <summary>How often a post was answered with the card, and said again.</summary>
    public int Carded { get; private set; }

    public async Task TalkAsync(CancellationToken over)
    {
        if (!talks)
        {
            await Task.Delay(Words.Arriving(random), TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _me = await Visitor.JoinAsync(http);
        var reading = ReadAsync(over);
        await SayAsync(Words.First(random));
        while (talks && !over.IsCancellationRequested)
        {
            await Task.Delay(Words.Typing(random), TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!over.IsCancellationRequested)
            {
                await SayAsync(Words.More(random));
            }
        }

        await reading;
    }

    /// <summary>Reads what is left, after the last stream ended.</summary>
    public async Task EndAsync()
    {
        for (var before = -1; before != Me.Heard.Count;)
        {
            before = Me.Heard.Count;
            await Me.PollAsync();
        }
    }

    private async Task SayAsync(string text)
    {
        var clientId = $"c{random.NextInt64():x16}";
        while (true)
        {
            var id = await Me.PostAsync(text, clientId);
            if (Visitor.IsKept(id))
            {
                _posts.Add(new(clientId, id));
                return;
            }

            // The person saw the card, and says it again.
            Carded++;
            await Task.Delay(Words.Typing(random) / 2, TimeProvider.System);
        }
    }

    private async Task ReadAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                if (polls)
                {
                    await Me.PollAsync();
                    await Task.Delay(_look, TimeProvider.System, over);
                }
                else if (await Me.ListenAsync(service.Next(), over) is null)
                {
                    await Task.Delay(_look / 4, TimeProvider.System, over);
                }
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
