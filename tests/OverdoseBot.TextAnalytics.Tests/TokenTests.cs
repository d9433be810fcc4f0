using System.Net;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Core.Pipeline;
using OverdoseBot.Loopback;

namespace OverdoseBot.TextAnalytics.Tests;

/// <summary>Signing in with a token (wire-protocols.md 6.2).</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_token_of_the_documented_scope_is_sent_6_2()
    {
        using var wire = new Wire();
        var options = Given.OneTry();
        options.Transport = new HttpClientTransport(wire);
        var signIn = new SignIn();

        var answer = await new TextAnalyticsClient(new Uri("https://language.example"), signIn, options).AnalyzeSentimentAsync("hello");

        answer.Value.Sentiment.ShouldBe(TextSentiment.Negative);
        signIn.Scopes.ShouldBe(["https://cognitiveservices.azure.com/.default"]);
        wire.Authorization.ShouldBe("Bearer a-token");
        wire.HadKey.ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_never_goes_over_plain_http_6_2()
    {
        await using var service = LoopbackService.Always(Documented.Negative);

        await Should.ThrowAsync<InvalidOperationException>(new TextAnalyticsClient(service.Address, new SignIn(), Given.OneTry()).AnalyzeSentimentAsync("hello"));
        service.Calls.ShouldBeEmpty();
    }

    private sealed class SignIn : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Wire : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        public bool HadKey { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Authorization, HadKey) = (request.Headers.Authorization?.ToString(), request.Headers.Contains("Ocp-Apim-Subscription-Key"));
            var body = System.Text.Encoding.UTF8.GetString(Documented.Negative.Bytes).Split("\r\n\r\n", 2)[1];
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body), RequestMessage = request });
        }
    }
}
