using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Channels.Http;

/// <summary>Around every call of the Bot Framework's protocols and of a hub: nothing is cached, and every error has the one shape (wire-protocols.md 1.4).</summary>
internal sealed partial class Envelope(RequestDelegate next, ILogger<Envelope> log)
{
    private readonly ILogger _log = log;

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        Body.Limit(context);
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, Explain(error, context));
        }
    }

    /// <summary>Writes a refusal.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        return context.Response.WriteAsJsonAsync(
            new ErrorEnvelope(new ErrorBody(refusal.Code, refusal.Message)), ErrorContext.Default.ErrorEnvelope, cancellationToken: context.RequestAborted);
    }

    private Refusal Explain(Exception error, HttpContext context)
    {
        switch (error)
        {
            case Refusal refusal:
                return refusal;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Refusal.TooLarge("A request may have 256 KiB.");
            case BadHttpRequestException:
                return Refusal.BadArgument("The request is not well-formed HTTP.");
            case OperationCanceledException when context.RequestAborted.IsCancellationRequested:
                return Refusal.BadArgument("The caller went away.");
            default:
                // The message of an exception may quote what a person wrote; its type cannot.
                LogFailed(_log, error.GetType().Name, error.StackTrace);
                return new Refusal(StatusCodes.Status500InternalServerError, "ServiceError", "The service failed; the log has the reason.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A call of a channel failed ({Error}). {Stack}")]
    private static partial void LogFailed(ILogger log, string error, string? stack);
}

/// <summary>The error envelope.</summary>
internal sealed record ErrorEnvelope([property: JsonPropertyName("error")] ErrorBody Error);

/// <summary>What went wrong; clients branch on the code.</summary>
internal sealed record ErrorBody([property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("message")] string Message);

[JsonSerializable(typeof(ErrorEnvelope))]
internal sealed partial class ErrorContext : JsonSerializerContext;
