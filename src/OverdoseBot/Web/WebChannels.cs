using OverdoseBot.Channels.Connector;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Hub;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Scripts;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>How each channel of the service is set up.</summary>
/// <param name="DirectLine">The embedded Direct Line.</param>
/// <param name="Connector">Azure Bot Service.</param>
/// <param name="Hub">Where a person is asked for; null: nowhere.</param>
/// <param name="Sms">Text messages; null: there are none.</param>
internal sealed record WebChannels(DirectLineOptions DirectLine, ConnectorOptions Connector, HubOptions? Hub, SmsOptions? Sms)
{
    /// <summary>Reads the settings of all channels.</summary>
    /// <param name="builder">Has the settings and says whether this is <c>Development</c>.</param>
    /// <param name="keyFile">Where the key of Direct Line's tokens is kept when it is not set; null: it must be set.</param>
    /// <param name="library">The scripts.</param>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static WebChannels Read(WebApplicationBuilder builder, string? keyFile, Library library)
    {
        var settings = builder.Configuration;
        var directLine = DirectLineSettings.Read(settings, keyFile);
        return new WebChannels(
            directLine, ConnectorSettings.Read(settings, builder.Environment.IsDevelopment()), HubSettings.Read(settings, directLine, library),
            SmsSettings.Read(settings, directLine));
    }
}
