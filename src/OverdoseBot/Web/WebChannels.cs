using OverdoseBot.Channels.Connector;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Wiring;

namespace OverdoseBot.Web;

/// <summary>How each channel of the service is set up.</summary>
internal sealed record WebChannels(DirectLineOptions DirectLine, ConnectorOptions Connector)
{
    /// <summary>Reads the settings of all channels.</summary>
    /// <param name="builder">Has the settings and says whether this is <c>Development</c>.</param>
    /// <param name="keyFile">Where the key of Direct Line's tokens is kept when it is not set.</param>
    /// <exception cref="OptionsException">A setting cannot be used; the message says what to do.</exception>
    public static WebChannels Read(WebApplicationBuilder builder, string keyFile) => new(
        DirectLineSettings.Read(builder.Configuration, keyFile), ConnectorSettings.Read(builder.Configuration, builder.Environment.IsDevelopment()));
}
