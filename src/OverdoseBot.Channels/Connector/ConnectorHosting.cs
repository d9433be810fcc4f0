using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Connector;

/// <summary>Puts the Bot Connector into a web application.</summary>
public static class ConnectorHosting
{
    /// <summary>Adds the services. They need an <c>IJournal</c>, a <c>TurnRunner</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddConnector(this IServiceCollection services, ConnectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.AppId is not null)
        {
            services.AddHostedService<KeyKeeper>();
        }

        return services.AddSingleton(options)
            .AddSingleton<Authorities>().AddSingleton<TokenCheck>().AddSingleton<TrustedHosts>()
            .AddSingleton<RefusalLog>().AddSingleton<Admission>().AddSingleton<MessagesEndpoint>()
            .AddSingleton(made => new BotToken(
                () => BotCredentials.New(options), options.Cloud.Scope, made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<BotToken>>()))
            .AddSingleton<ConnectorClient>().AddSingleton<ConnectorDelivery>()
            .AddReplies(ConnectorDelivery.Target, made => made.GetRequiredService<ConnectorDelivery>().DeliverAsync);
    }

    /// <summary>Adds what stands before the calls: the error shape.</summary>
    public static IApplicationBuilder UseConnector(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(MessagesEndpoint.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls.UseMiddleware<Envelope>());

    /// <summary>Maps the call.</summary>
    public static void MapConnector(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetRequiredService<MessagesEndpoint>().Map(routes);
    }
}
