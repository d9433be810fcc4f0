namespace OverdoseBot.Replicas.Tests.Given;

/// <summary>The environment of replicas.</summary>
internal static class Settings
{
    /// <summary>The key that all of them share.</summary>
    public const string Key = "a key that every replica has, of 32 characters or more";

    public static Dictionary<string, string> Of(string journal, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>
        {
            ["Journal__Connection"] = journal,
            ["DirectLine__SigningKey"] = Key,
            ["RateLimit__Enabled"] = "false",
            // What is asked of a server that is busy with starting programs has the time it needs.
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>Text messages, with the Messages API of the test.</summary>
    public static (string Name, string Value)[] Texts(Loopback api) =>
    [
        ("Sms__Twilio__AuthToken", Texter.Token), ("Sms__Twilio__PublicUrl", Texter.Public), ("Sms__Twilio__ApiBase", api.Url), ("Sms__Twilio__PerSecond", "200"),
    ];
}
