using Azure;
using Azure.AI.TextAnalytics;

namespace OverdoseBot.TextAnalytics.Tests;

/// <summary>Clients for tests: one try, unless a test is about more.</summary>
internal static class Given
{
    public const string Key = "a-key-of-a-test";

    public static TextAnalyticsClient Client(Uri endpoint, TextAnalyticsClientOptions? options = null) => new(endpoint, new AzureKeyCredential(Key), options ?? OneTry());

    public static TextAnalyticsClientOptions OneTry(TextAnalyticsClientOptions.ServiceVersion version = TextAnalyticsClientOptions.ServiceVersion.V2023_04_01) =>
        new(version) { Retry = { MaxRetries = 0 } };
}
