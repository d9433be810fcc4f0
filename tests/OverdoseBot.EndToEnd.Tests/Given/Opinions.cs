using System.Net;
using System.Text;

namespace OverdoseBot.EndToEnd;

/// <summary>A sentiment service that is sure that all words are despair, and says so when it is told to.</summary>
internal sealed class Opinions : IAsyncDisposable
{
    private const string Scores = """{"positive":0.01,"neutral":0.02,"negative":0.97}""";
    private static readonly byte[] _despair = Encoding.UTF8.GetBytes($$"""
        {"kind":"SentimentAnalysisResults","results":{"modelVersion":"2022-11-01","errors":[],"documents":[
         {"id":"0","sentiment":"negative","confidenceScores":{{Scores}},"warnings":[],"sentences":[
          {"text":"x","sentiment":"negative","confidenceScores":{{Scores}},"offset":0,"length":1,"targets":[],"assessments":[]}]}]}}
        """);

    private readonly HttpListener _listener = new();
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _url = $"http://127.0.0.1:{Ports.Free()}/";
    private readonly Task _taking;

    public Opinions()
    {
        _listener.Prefixes.Add(_url);
        _listener.Start();
        _taking = TakeAsync();
    }

    public (string Name, string Value)[] Settings => [("Sentiment__Endpoint", _url), ("Sentiment__Key", "hush-hush")];

    /// <summary>Lets it answer, now and from now on.</summary>
    public void Answer() => _told.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        Answer();
        await _taking;
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                await _told.Task;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(_despair);
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
