using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Hub;

/// <summary>Puts the two directions of a hand-off into a web application.</summary>
public static class HubHosting
{
    /// <summary>Adds the services. They need an <c>IJournal</c>, a <c>TurnRunner</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddHub(this IServiceCollection services, HubOptions options) => services
        .AddSingleton(options).AddSingleton<HubTickets>().AddSingleton<HubCases>().AddSingleton<OwnAddress>()
        .AddSingleton<HubSender>().AddSingleton<HubEndpoints>()
        .AddOutbox(HubNames.Target, made => made.GetRequiredService<HubSender>().DeliverAsync);

    /// <summary>Adds what stands before the calls: the error shape and the limit on sizes.</summary>
    public static IApplicationBuilder UseHub(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(HubNames.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls.UseMiddleware<Envelope>());

    /// <summary>Maps the calls.</summary>
    public static void MapHub(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetRequiredService<HubEndpoints>().Map(routes);
    }
}
