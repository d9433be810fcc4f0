namespace Azure.AI.TextAnalytics;

/// <summary>What is asked of every operation.</summary>
public class TextAnalyticsRequestOptions
{
    /// <summary>True: the service keeps no document. Else it keeps them for up to 48 hours (wire-protocols.md 6.4).</summary>
    public bool? DisableServiceLogs { get; set; }
}

/// <summary>What is asked of an analysis of sentiment.</summary>
public class AnalyzeSentimentOptions : TextAnalyticsRequestOptions
{
}
