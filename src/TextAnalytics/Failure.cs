using System.Text.Json;
using Azure.AI.TextAnalytics.Wire;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>Finds the error's code: the inner one where there is one, because the outer says little (wire-protocols.md 6.2, 6.4).</summary>
/// <param name="known">The error of a document; null: the response is the error.</param>
internal sealed class Failure(ErrorBody known) : RequestFailedDetailsParser
{
    /// <summary>For calls that failed as a whole.</summary>
    public static Failure OfResponse { get; } = new(null);

    public override bool TryParse(Response response, out ResponseError error, out IDictionary<string, string> data)
    {
        data = null;
        var body = known ?? Read(response);
        var inner = body?.InnerError ?? body;
        error = inner?.Code is null ? null : new ResponseError(inner.Code, inner.Message ?? body.Message);
        return error is not null;
    }

    private static ErrorBody Read(Response response)
    {
        try
        {
            return response.ContentStream is null ? null : JsonSerializer.Deserialize(response.Content.ToMemory().Span, WireContext.Default.FailureBody)?.Error;
        }
        catch (JsonException)
        {
            // A gateway's page, not the service's error: the status says it all.
            return null;
        }
    }
}
