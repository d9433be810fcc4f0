using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>How a <see cref="TextAnalyticsClient"/> works.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    private const ServiceVersion LatestVersion = ServiceVersion.V2023_04_01;

    /// <summary>Options for a version of the service.</summary>
    /// <param name="version">The version of its interface.</param>
    public TextAnalyticsClientOptions(ServiceVersion version = LatestVersion) => Version = version switch
    {
        ServiceVersion.V2022_05_01 => "2022-05-01",
        ServiceVersion.V2023_04_01 => "2023-04-01",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    /// <summary>Versions of the service's interface; the older ones have other paths and shapes (wire-protocols.md 6.3) and are not in this subset.</summary>
    public enum ServiceVersion
    {
        /// <summary>2022-05-01.</summary>
        V2022_05_01 = 3,

        /// <summary>2023-04-01.</summary>
        V2023_04_01 = 4,
    }

    /// <summary>The language of documents for which none is given (ISO 639-1).</summary>
    public string DefaultLanguage { get; set; } = "en";

    /// <summary>The version as the query says it.</summary>
    internal string Version { get; }
}
