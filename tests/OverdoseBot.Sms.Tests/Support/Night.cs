using Microsoft.Extensions.Time.Testing;

// More at once than there are processors: a night waits most of its time for what the service sends.
[assembly: CollectionBehavior(MaxParallelThreads = 6)]

namespace OverdoseBot.Sms.Tests;

/// <summary>A service, a loopback Messages API and a person, on a clock that only the test moves.</summary>
internal sealed class Night : IAsyncDisposable
{
    private const int MostLooks = 6_000;
    private const int MostInHand = 1_000;
    private const int MostWhileTimeIsWaitedFor = 20;
    private static readonly TimeSpan _grain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(10);
    private (string Name, string? Value)[] _settings;
    private readonly string _folder = SmsServer.NewFolder();

    private Night(FakeTimeProvider time, Loopback api, (string Name, string? Value)[] settings) => (Time, Api, _settings) = (time, api, settings);

    public FakeTimeProvider Time { get; }

    public Loopback Api { get; }

    public SmsServer Server { get; private set; } = null!;

    public Texter Me { get; private set; } = null!;

    public static Task<Night> StartAsync(params (string Name, string? Value)[] settings) => StartAsync(_ => settings);

    /// <summary>With settings that name where the API is, and at another time.</summary>
    public static async Task<Night> StartAsync(Func<Loopback, (string Name, string? Value)[]> settings, DateTimeOffset? start = null)
    {
        var time = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));
        var api = await Loopback.StartAsync(time);
        var night = new Night(time, api, settings(api));
        await night.RestartAsync();
        return night;
    }

    /// <summary>Ends the service, if it runs, and starts it on the same journal, from here on with these settings changed.</summary>
    public async Task RestartAsync(params (string Name, string? Value)[] changed)
    {
        _settings = [.. _settings.ExceptBy(changed.Select(c => c.Name), s => s.Name), .. changed];
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        Server = await SmsServer.StartAsync(Time, _folder, [("Sms:Twilio:ApiBase", Api.Url), .. _settings]);
        Me = new Texter(Server.Http);
    }

    /// <summary>Moves the clock till the API gets a request, and says which; null: there was none for so long.</summary>
    /// <param name="most">How long at most.</param>
    /// <param name="grain">The longest step; none goes past what is due.</param>
    public async Task<ApiRequest?> UntilSentAsync(TimeSpan most, TimeSpan? grain = null)
    {
        var end = Time.GetUtcNow() + most;
        var (looks, inHand) = (0, 0);
        while (true)
        {
            var before = Server.Journal.InHand.Changes;
            if (await Api.RequestAsync(_look) is { } request)
            {
                return request;
            }

            var now = Time.GetUtcNow();
            var due = await DueAsync();
            var isBusy = Server.Journal.InHand.Count > 0;
            if (((due <= now || Server.Journal.InHand.Changes != before) && ++looks < MostLooks) || (isBusy && ++inHand < (IsTimeWaitedFor(now) ? MostWhileTimeIsWaitedFor : MostInHand)))
            {
                // It is being done: real work takes real time.
                continue;
            }

            looks.ShouldBeLessThan(MostLooks, "what is due is never done");
            (looks, inHand) = (0, 0);

            if (now >= end)
            {
                return null;
            }

            // What is on its way to the API may not grow old by a leap.
            var step = isBusy ? _grain : grain ?? _grain;
            // The service looks a millisecond after what is due, so that it never looks too early.
            Time.Advance((due is { } at && at > now && at - now < step ? at - now : step) + TimeSpan.FromMilliseconds(1));
        }
    }

    // What is in hand may wait for the time itself: for an answer that does not come, or for its turn behind the last that this number sent.
    private bool IsTimeWaitedFor(DateTimeOffset now) => Api.IsHanging || now < Api.Last + Between;

    private TimeSpan Between => _settings.FirstOrDefault(s => s.Name == "Sms:Twilio:PerSecond").Value is { } perSecond
        ? TimeSpan.FromSeconds(1 / double.Parse(perSecond, System.Globalization.CultureInfo.InvariantCulture)) : _grain;

    private async Task<DateTimeOffset?> DueAsync()
    {
        var rows = Server.Journal.OutboxRows;
        DateTimeOffset?[] all = [await Server.Journal.NextDueAsync(default), await rows.NextDueAsync("sms", default), await rows.NextDueAsync("sms-beside", default), await rows.NextDueAsync("reminders", default)];
        return all.Min();
    }

    /// <summary>Reports what became of a message that was sent.</summary>
    public async Task<int> ReportAsync(ApiRequest request, string status, int? code = null, string sid = "SM00000000000000000000000000000042")
    {
        var callback = new Uri(request["StatusCallback"]);
        List<(string, string)> form =
        [
            ("MessageSid", sid), ("SmsSid", sid), ("MessageStatus", status), ("SmsStatus", status), ("To", request["To"]), ("From", request["From"]),
            ("AccountSid", request.Account), ("ApiVersion", "2010-04-01"),
        ];
        if (code is { } number)
        {
            form.Add(("ErrorCode", $"{number}"));
        }

        using var body = Texter.Encode(form);
        using var post = new HttpRequestMessage(HttpMethod.Post, callback.PathAndQuery) { Content = body };
        post.Headers.TryAddWithoutValidation("X-Twilio-Signature", Texter.Sign(callback.OriginalString, form));
        using var answer = await Server.Http.SendAsync(post);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Api.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
