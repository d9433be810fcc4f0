using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>Puts the embedded Direct Line into a web application.</summary>
public static class DirectLineHosting
{
    private const string Origins = "directline";
    private static readonly TimeSpan _ping = TimeSpan.FromSeconds(20);

    /// <summary>Adds the services. They need an <c>IJournal</c>, a <c>TurnRunner</c>, a <c>Reception</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options).AddSingleton<TokenIssuer>().AddSingleton<StreamHub>().AddSingleton<AddressLimits>().AddSingleton<Unkept>().AddSingleton<Conversations>().AddSingleton<Endpoints>();
        services.AddCors(cors => cors.AddPolicy(Origins, policy => policy
            .WithOrigins([.. options.TrustedOrigins])
            .WithMethods("GET", "POST", "OPTIONS")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("Retry-After")
            .SetPreflightMaxAge(TimeSpan.FromHours(2))));
        return services;
    }

    /// <summary>Adds what stands before the calls: the error shape, other sites' access, WebSockets.</summary>
    public static IApplicationBuilder UseDirectLine(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(DirectLineNames.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls
            .UseMiddleware<Envelope>()
            .UseCors(Origins)
            .UseWebSockets(new WebSocketOptions { KeepAliveInterval = _ping, KeepAliveTimeout = _ping }));

    /// <summary>Maps the calls.</summary>
    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetRequiredService<Endpoints>().Map(routes);
    }
}
