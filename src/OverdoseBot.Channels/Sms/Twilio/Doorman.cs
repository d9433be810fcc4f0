using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>Lets in what Twilio signed and turns everything else away, in TwiML, before anything is done about it.</summary>
internal sealed partial class Doorman(SmsOptions options, TimeProvider time, ILogger<Doorman> log)
{
    /// <summary>The most bytes of a form: a message has at most 1,600 characters, and its other fields are short.</summary>
    public const int MostBytes = 64 * 1_024;

    private const string Header = "X-Twilio-Signature";
    private readonly ILogger _log = log;
    private readonly Seldom _seldom = new(time);

    /// <summary>The form of a genuine request; null: it was refused, and answered.</summary>
    public async Task<Form?> LetInAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed);
        }

        if (await ReadAsync(context) is not { } body)
        {
            return await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge);
        }

        var form = Form.Read(body);
        var urls = PublicAddress.Of(context.Request, options.PublicUrl);
        if (Signature.IsGenuine(context.Request.Headers[Header], options.AuthTokens, urls, body, form))
        {
            return form;
        }

        if (_seldom.May(nameof(LogForged)))
        {
            LogForged(_log, options.PublicUrl is null);
        }

        return await RefuseAsync(context, StatusCodes.Status403Forbidden);
    }

    private static async Task<Form?> RefuseAsync(HttpContext context, int status)
    {
        await TwiML.WriteAsync(context.Response, TwiML.Nothing, status);
        return null;
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }

        using var kept = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(kept, context.RequestAborted);
            return kept.Length <= MostBytes ? kept.ToArray() : null;
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to /sms/twilio was turned away: its signature is not Twilio's. If these are real messages, Sms:Twilio:AuthToken is not this account's, or the address set at Twilio is not the one seen here (address taken from the request: {FromRequest}); set Sms:Twilio:PublicUrl. This is not said again for a minute.")]
    private static partial void LogForged(ILogger log, bool fromRequest);
}
