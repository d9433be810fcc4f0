using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels.Sms.Twilio;

namespace OverdoseBot.Channels.Sms;

/// <summary>Puts text messages into a web application.</summary>
public static class SmsHosting
{
    /// <summary>Adds the services. They need a <c>Library</c>, a <c>TurnRunner</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services, SmsOptions options) =>
        services.AddSingleton(options).AddSingleton<PersonNames>().AddSingleton<Doorman>().AddSingleton<Endpoint>();

    /// <summary>Adds what stands before the calls: the scheme and host that a proxy on this machine says, which the signature covers.</summary>
    public static IApplicationBuilder UseSms(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(SmsNames.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost }));

    /// <summary>Maps the calls.</summary>
    public static void MapSms(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var endpoint = routes.ServiceProvider.GetRequiredService<Endpoint>();
        routes.Map(SmsNames.Path, endpoint.TakeAsync);
    }
}
