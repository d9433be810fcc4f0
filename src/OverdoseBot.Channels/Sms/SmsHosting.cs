using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OverdoseBot.Channels.Sms.Twilio;

namespace OverdoseBot.Channels.Sms;

/// <summary>Puts text messages into a web application.</summary>
public static class SmsHosting
{
    // All that waits for its turn is in hand at once, so that an emergency that comes late still passes what is not one.
    private const int AtOnce = 1_024;

    /// <summary>Adds the services. They need a <c>Library</c>, an <c>IJournal</c>, a <c>TurnRunner</c>, a <c>Reception</c> and a <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddSms(this IServiceCollection services, SmsOptions options) =>
        services.AddSingleton(options).AddSingleton<PersonNames>().AddSingleton<KeptNames>().AddSingleton<Doorman>().AddSingleton<NumberLimits>().AddSingleton<Endpoint>()
            .AddSingleton<MessagesApi>().AddSingleton<Misses>().AddSingleton<Sender>().AddSingleton<StatusEndpoint>().AddSingleton<ReminderDesk>()
            .AddReplies(SmsNames.Target, made => made.GetRequiredService<Sender>().DeliverAsync, AtOnce)
            .AddOutbox(SmsNames.Reminders, made => made.GetRequiredService<ReminderDesk>().TakeAsync);

    /// <summary>Adds what stands before the calls: the scheme and host that a proxy on this machine says, which the signature covers.</summary>
    public static IApplicationBuilder UseSms(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(SmsNames.Path, StringComparison.OrdinalIgnoreCase),
        calls => calls.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost }));

    /// <summary>Maps the calls.</summary>
    public static void MapSms(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.Map(SmsNames.Path, routes.ServiceProvider.GetRequiredService<Endpoint>().TakeAsync);
        routes.Map(SmsNames.StatusPath, routes.ServiceProvider.GetRequiredService<StatusEndpoint>().TakeAsync);
    }
}
