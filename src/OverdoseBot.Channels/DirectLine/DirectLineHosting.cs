using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Puts the embedded Direct Line into a web application.</summary>
public static class DirectLineHosting
{
    private const string Origins = "directline";
    private static readonly TimeSpan _ping = TimeSpan.FromSeconds(20);

    /// <summary>Adds the services. They need an <c>IJournal</c>, a <c>TurnRunner</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options).AddSingleton<TokenIssuer>().AddSingleton<StreamHub>().AddSingleton<Conversations>().AddSingleton<Endpoints>();
        services.AddCors(cors => cors.AddPolicy(Origins, policy => policy
            .WithOrigins([.. options.TrustedOrigins])
            .WithMethods("GET", "POST", "OPTIONS")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Endpoints.TokenLimit, context => LimitFor(context, options));
            limits.OnRejected = (rejected, _) => new ValueTask(TooManyAsync(rejected));
        });
        return services;
    }

    /// <summary>Adds what stands before the calls: the error shape, other sites' access, the limit, WebSockets.</summary>
    public static IApplicationBuilder UseDirectLine(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(DirectLineNames.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls
            .UseMiddleware<Envelope>()
            .UseCors(Origins)
            .UseRateLimiter()
            .UseWebSockets(new WebSocketOptions { KeepAliveInterval = _ping, KeepAliveTimeout = _ping }));

    /// <summary>Maps the calls.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetRequiredService<Endpoints>().Map(routes);
    }

    // A whole shelter may share one address: 120 chats at once, then one a second.
    private static RateLimitPartition<string> LimitFor(HttpContext context, DirectLineOptions options) =>
        !options.RateLimited || Bearer.Credential(context.Request) is not null
            ? RateLimitPartition.GetNoLimiter(string.Empty)
            : RateLimitPartition.GetTokenBucketLimiter(Neighbourhood(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = 120,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });

    // One IPv6 subscriber has 2^64 addresses.
    private static string Neighbourhood(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.MapToIPv4().ToString() ?? string.Empty;
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    private static Task TooManyAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Envelope.WriteAsync(rejected.HttpContext, new Refusal(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many new chats from this address. Try again shortly."));
    }
}
