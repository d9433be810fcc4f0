using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Around every call of Direct Line and of a hub: nothing is cached, and every error has the one shape (wire-protocols.md 3.6, DL-3).</summary>
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
            new ErrorEnvelope(new ErrorBody(refusal.Code, refusal.Message)), WireContext.Default.ErrorEnvelope, cancellationToken: context.RequestAborted);
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
