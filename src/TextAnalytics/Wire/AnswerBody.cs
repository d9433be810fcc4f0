namespace Azure.AI.TextAnalytics.Wire;

/// <summary>A good answer (wire-protocols.md 6.2).</summary>
internal sealed class AnswerBody
{
    public required ResultsBody Results { get; init; }
}

/// <summary>A document is either among the documents or among the errors.</summary>
internal sealed class ResultsBody
{
    public IReadOnlyList<SentimentBody> Documents { get; init; }

    public IReadOnlyList<RefusedBody> Errors { get; init; }
}

/// <summary>What the service makes of a document.</summary>
internal sealed class SentimentBody
{
    public required string Sentiment { get; init; }

    public required ScoresBody ConfidenceScores { get; init; }

    public DocumentSentiment ToSentiment() =>
        new(Parse(Sentiment), new SentimentConfidenceScores(ConfidenceScores.Positive, ConfidenceScores.Neutral, ConfidenceScores.Negative));

    private static TextSentiment Parse(string sentiment) => sentiment?.ToUpperInvariant() switch
    {
        "POSITIVE" => TextSentiment.Positive,
        "NEUTRAL" => TextSentiment.Neutral,
        "NEGATIVE" => TextSentiment.Negative,
        "MIXED" => TextSentiment.Mixed,
        _ => throw new System.Text.Json.JsonException("The answer names a sentiment that is not documented."),
    };
}

/// <summary>How sure it is.</summary>
internal sealed class ScoresBody
{
    public required double Positive { get; init; }

    public required double Neutral { get; init; }

    public required double Negative { get; init; }
}

/// <summary>A document that was refused.</summary>
internal sealed class RefusedBody
{
    public ErrorBody Error { get; init; }
}
