using Microsoft.AspNetCore.Http;

namespace OverdoseBot.Channels.Http;

/// <summary>A call that is refused, in the Bot Framework's own error shape (wire-protocols.md 1.4). Messages are for developers.</summary>
internal sealed class Refusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static Refusal BadArgument(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static Refusal Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, "Unauthorized", message);

    public static Refusal Forbidden(string message) => new(StatusCodes.Status403Forbidden, "Forbidden", message);

    public static Refusal Expired() => new(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired. Get a new one from tokens/generate.");

    public static Refusal NotFound() => new(StatusCodes.Status404NotFound, "NotFound", "There is nothing at this address.");

    public static Refusal TooLarge(string message) => new(StatusCodes.Status413PayloadTooLarge, "TooLarge", message);
}
