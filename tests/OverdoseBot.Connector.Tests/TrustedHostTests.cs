using OverdoseBot.Channels.Connector;

namespace OverdoseBot.Connector.Tests;

/// <summary>Where the bot's token may go: a forged serviceUrl is a stolen token (wire-protocols.md 2.2).</summary>
public sealed class TrustedHostTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://directline.botframework.com/", true)]
    [InlineData("https://webchat.botframework.com/", true)]
    [InlineData("https://europe.directline.botframework.com", true)]
    [InlineData("https://SMS.BotFramework.com/", true)]
    [InlineData("https://smba.partner.example/x", true)]
    [InlineData("https://a.hub.example/", true)]
    [InlineData("http://smba.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/teams/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://evil.example/?https://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://.botframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://evil.example\\.botframework.com/", false)]
    [InlineData("https://evil.example#.botframework.com/", false)]
    [InlineData("https://hub.example/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("http://127.0.0.1:3978/", false)]
    [InlineData("https://169.254.169.254/metadata", false)]
    [InlineData("https://directline.botframework.azure.us/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/teams/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void In_production_only_the_clouds_own_hosts_and_those_of_the_settings_over_https(string? url, bool trusted) =>
        (Hosts(new ConnectorOptions { AppId = Claims.App, TrustedHosts = ["smba.partner.example", "*.hub.example"] }).Trust(url) is not null).ShouldBe(trusted);

    [Theory]
    [InlineData("https://directline.botframework.azure.us/", true)]
    [InlineData("https://api.botframework.us/", true)]
    [InlineData("https://directline.botframework.com/", false)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    public void The_government_cloud_has_its_own(string url, bool trusted) =>
        (Hosts(new ConnectorOptions { AppId = Claims.App, Cloud = ConnectorCloud.Government }).Trust(url) is not null).ShouldBe(trusted);

    [Theory]
    [InlineData("http://127.0.0.1:3978/", true)]
    [InlineData("http://localhost:3978/x", true)]
    [InlineData("http://[::1]:3978", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    [InlineData("http://192.168.1.7/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    public void Without_an_app_id_only_this_machine(string url, bool trusted) => (Hosts(new ConnectorOptions()).Trust(url) is not null).ShouldBe(trusted);

    private static TrustedHosts Hosts(ConnectorOptions options) => new(options);
}
