namespace Azure.AI.TextAnalytics.Wire;

/// <summary>An answer to a call that failed (wire-protocols.md 6.4).</summary>
internal sealed class FailureBody
{
    public ErrorBody Error { get; init; }
}

/// <summary>An error, and the one that caused it.</summary>
internal sealed class ErrorBody
{
    public string Code { get; init; }

    public string Message { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("innererror")]
    public ErrorBody InnerError { get; init; }
}
