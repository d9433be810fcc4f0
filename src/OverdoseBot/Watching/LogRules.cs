namespace OverdoseBot.Watching;

/// <summary>
/// What may be logged, whatever level the operator asks for, and to whatever provider (console, JSON, OTLP): the lines of the frameworks hold addresses,
/// and our paths hold conversation ids and stream tokens. Ours hold none of it, at any level.
/// </summary>
internal static class LogRules
{
    private const string Ours = "OverdoseBot";

    // Its scope, which any provider may write beside every line, holds the path of the request. It says nothing that Kestrel does not.
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";

    // Our own error says why we do not start.
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Lays the rules over all others, also over those for one provider.</summary>
    public static ILoggingBuilder AddHouseRules(this ILoggingBuilder logging)
    {
        logging.Services.PostConfigure<LoggerFilterOptions>(Lay);
        return logging;
    }

    private static void Lay(LoggerFilterOptions options)
    {
        LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel,
                (provider, category, level) => May(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
        }
    }

    private static bool May(string? category, LogLevel level) => category switch
    {
        null or Requests => false,
        Host => level >= LogLevel.Critical,
        _ => level >= LogLevel.Warning || category.StartsWith(Ours, StringComparison.Ordinal),
    };
}
