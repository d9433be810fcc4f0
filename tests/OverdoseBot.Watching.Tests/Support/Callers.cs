using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using OverdoseBot.Sms.Tests;

namespace OverdoseBot.Watching.Tests;

/// <summary>People and others at the doors of the service, with all that must stay untold.</summary>
internal static class Callers
{
    /// <summary>Somebody on the page, behind a proxy that tells their address; the tokens they got.</summary>
    public static async Task<IReadOnlyList<string>> ChatAsync(HttpClient http)
    {
        http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", Untold.Address);
        var person = await Visitor.StartedAsync(http);
        using var stream = await person.ListenAsync();
        foreach (var text in Untold.Messages)
        {
            (await person.SayAsync(text)).Code.ShouldBeInRange(200, 299);
        }

        var opened = await person.ReconnectAsync();
        string[] bodies = [$"{{\"type\":\"message\",\"text\":\"{Untold.Word}", $"[\"{Untold.Word}\"]", $"{{\"type\":\"message\",\"text\":{{\"{Untold.Word}\":1}}}}", new string('[', 5_000) + Untold.Word,
            $"{{\"type\":\"{Untold.Word}\",\"from\":{{\"id\":\"{Untold.PersonName}\"}}}}", $"{{\"type\":\"event\",\"name\":\"{Untold.Word}\",\"value\":\"{Untold.Word}\"}}"];
        foreach (var body in bodies)
        {
            await person.PostRawAsync(body);
        }

        await stream.Socket.SendAsync(Encoding.UTF8.GetBytes(Untold.Word), WebSocketMessageType.Text, true, CancellationToken.None);
        var token = opened["streamUrl"][(opened["streamUrl"].IndexOf("t=", StringComparison.Ordinal) + 2)..];
        return [person.Token, opened["token"], token, person.Conversation];
    }

    /// <summary>Somebody who texts, and somebody who is not Twilio.</summary>
    public static async Task TextAsync(HttpClient http)
    {
        var me = new Texter(http, Untold.Phone, Untold.OurPhone);
        foreach (var text in Untold.Messages)
        {
            var form = me.Form(text, Texter.Sid());
            await PostAsync(form, "/sms/twilio", Untold.AuthToken);
            await PostAsync(form, "/sms/twilio", "a wrong token");
        }

        await PostAsync(me.Form(Untold.Word, "", ("From", ""), ("NumMedia", Untold.Word)), "/sms/twilio", Untold.AuthToken);
        await PostAsync([("MessageStatus", "failed"), ("ErrorCode", Untold.Word), ("To", Untold.Phone), ("From", Untold.OurPhone)], "/sms/twilio/status", Untold.AuthToken);

        async Task PostAsync(IReadOnlyList<(string, string)> form, string path, string token)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Texter.Encode(form) };
            request.Headers.Add("X-Twilio-Signature", Texter.Sign(Texter.Public + path, form, token));
            request.Headers.Add("I-Twilio-Idempotency-Token", $"{Untold.Word}-{form.GetHashCode()}");
            using var answer = await http.SendAsync(request);
        }
    }

    /// <summary>Nonsense and attempts at every door.</summary>
    public static async Task KnockAsync(HttpClient http)
    {
        string[] paths = ["/", "/guide", "/plan", "/page/x", "/health/ready", "/api/messages", "/hub/v3/conversations", "/v3/directline/conversations", "/v3/directline/tokens/refresh", "/sms/twilio"];
        foreach (var path in paths)
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put])
            {
                using var request = new HttpRequestMessage(method, $"{path.TrimEnd('/')}/{Untold.Word}?region={Untold.Word}&language={Untold.Word}&watermark={Untold.Word}&t={Untold.Word}");
                await SendAsync(request);
                using var bare = new HttpRequestMessage(method, path);
                await SendAsync(bare);
            }
        }

        async Task SendAsync(HttpRequestMessage request)
        {
            request.Content = request.Method == HttpMethod.Get ? null : new StringContent($"{{\"text\":\"{Untold.Word}\",\"type\":{Untold.Word}", Encoding.UTF8, "application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"eyJ{Untold.Word}.eyJ.{Untold.Word}");
            request.Headers.UserAgent.ParseAdd($"{Untold.Word}/1.0");
            request.Headers.TryAddWithoutValidation("Cookie", "name=" + Untold.Word);
            request.Headers.TryAddWithoutValidation("Origin", $"https://{Untold.Word}.example");
            using var answer = await http.SendAsync(request);
        }
    }

    /// <summary>A program on this machine by the Bot Connector's protocol, at whose address nobody listens.</summary>
    public static async Task ConnectAsync(Uri service, Uri dead)
    {
        using var http = new HttpClient { BaseAddress = service };
        foreach (var text in Untold.Messages)
        {
            using var body = new StringContent($$"""
                {"type":"message","id":"{{text.GetHashCode(StringComparison.Ordinal)}}","channelId":"emulator","text":"{{text}}","from":{"id":"{{Untold.PersonName}}"},"recipient":{"id":"b"},
                 "conversation":{"id":"{{Untold.Word}}-c"},"serviceUrl":"{{dead}}"}
                """, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync("/api/messages", body);
        }
    }
}
