using System.Text.Json;
using Azure.AI.TextAnalytics.Wire;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>Asks Azure AI Language (wire-protocols.md 6). Safe to share between threads.</summary>
public class TextAnalyticsClient
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";
    private readonly Uri _endpoint;
    private readonly HttpPipeline _pipeline;
    private readonly TextAnalyticsClientOptions _options;

    /// <summary>For mocks.</summary>
    protected TextAnalyticsClient()
    {
    }

    /// <summary>A client that signs in with a token.</summary>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    /// <summary>A client that signs in with a token; the endpoint must be https then.</summary>
    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        (_endpoint, _options) = Checked(endpoint, options);
        _pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    /// <summary>A client that sends a key of the resource.</summary>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, new TextAnalyticsClientOptions())
    {
    }

    /// <summary>A client that sends a key of the resource.</summary>
    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        (_endpoint, _options) = Checked(endpoint, options);
        _pipeline = HttpPipelineBuilder.Build(options, new KeyPolicy(credential));
    }

    /// <summary>Asks how a document feels.</summary>
    /// <param name="document">At most 5,120 text elements.</param>
    /// <param name="language">ISO 639-1; null: <see cref="TextAnalyticsClientOptions.DefaultLanguage"/>.</param>
    /// <param name="options">Null: the service's defaults, which keep the text for up to 48 hours.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The document is null or empty.</exception>
    /// <exception cref="RequestFailedException">
    /// The service could not be reached (status 0), refused the call, or refused the document (status 200, and its own error code).
    /// </exception>
    /// <exception cref="JsonException">A good answer is not the documented JSON.</exception>
    public virtual async Task<Response<DocumentSentiment>> AnalyzeSentimentAsync(
        string document, string language = default, AnalyzeSentimentOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        using var request = _pipeline.CreateRequest();
        request.Method = RequestMethod.Post;
        request.Uri.Reset(_endpoint);
        request.Uri.Path = _endpoint.AbsolutePath.TrimEnd('/') + "/language/:analyze-text";
        request.Uri.AppendQuery("api-version", _options.Version);
        request.Headers.Add(HttpHeader.Common.JsonContentType);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        var body = new AnalyzeTextBody(
            new SentimentParameters(options?.DisableServiceLogs), new DocumentsBody([new DocumentBody("0", language ?? _options.DefaultLanguage, document)]));
        request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(body, WireContext.Default.AnalyzeTextBody));
        return Answer(await _pipeline.SendRequestAsync(request, cancellationToken).ConfigureAwait(false));
    }

    private static Response<DocumentSentiment> Answer(Response response)
    {
        if (response.Status != 200)
        {
            throw new RequestFailedException(response, null, Failure.OfResponse);
        }

        var results = JsonSerializer.Deserialize(response.Content.ToMemory().Span, WireContext.Default.AnswerBody)?.Results;
        return results?.Errors is [{ } refused, ..] ? throw new RequestFailedException(response, null, new Failure(refused.Error))
            : results?.Documents is [{ ConfidenceScores: not null } document, ..] ? Response.FromValue(document.ToSentiment(), response)
            : throw new JsonException("The answer holds no document.");
    }

    private static (Uri Endpoint, TextAnalyticsClientOptions Options) Checked(Uri endpoint, TextAnalyticsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(options);
        return (endpoint, options);
    }
}
