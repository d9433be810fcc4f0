using System.Globalization;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>A text that was answered.</summary>
internal sealed record Text(string Sid, string Answer);

/// <summary>Somebody who texts. Twilio's part is here too: a webhook that fails is called again with the same MessageSid.</summary>
internal sealed class TextPerson(HttpClient http, int number, Random random, bool talks)
{
    private static readonly TimeSpan _again = TimeSpan.FromMilliseconds(100);
    private readonly Texter _me = new(http, string.Create(CultureInfo.InvariantCulture, $"+1617555{number:D4}"));
    private readonly List<Text> _texts = [];

    public string From => _me.From;

    public string To => _me.To;

    /// <summary>What was answered with HTTP 200, the card included.</summary>
    public IReadOnlyList<Text> Texts => _texts;

    /// <summary>What the service says when it knows nothing of anybody.</summary>
    public static async Task<string> CardAsync(HttpClient http)
    {
        var nobody = new Texter(http);
        return (await nobody.PostAsync(nobody.Form("help", Texter.Sid(), ("From", string.Empty)))).Text;
    }

    public async Task TalkAsync(CancellationToken over)
    {
        if (!talks)
        {
            await Task.Delay(Words.Arriving(random), TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await SayAsync(Words.First(random));
        while (talks && !over.IsCancellationRequested)
        {
            await Task.Delay(Words.Typing(random) * 2, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!over.IsCancellationRequested)
            {
                await SayAsync(Words.More(random));
            }
        }
    }

    // Whoever gets the card has got an answer: nothing says that it was not kept. They text again when something happens.
    private async Task SayAsync(string text)
    {
        var form = _me.Form(text, Texter.Sid());
        while (true)
        {
            try
            {
                if (await _me.PostAsync(form) is { Code: 200 } answer)
                {
                    _texts.Add(new(form.First(f => f.Name == "MessageSid").Value, answer.Text));
                    return;
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException or System.Xml.XmlException)
            {
                // Nobody knows whether it arrived.
            }

            await Task.Delay(_again, TimeProvider.System);
        }
    }
}
