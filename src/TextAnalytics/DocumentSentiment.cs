namespace Azure.AI.TextAnalytics;

/// <summary>How a document feels.</summary>
public class DocumentSentiment
{
    internal DocumentSentiment(TextSentiment sentiment, SentimentConfidenceScores scores) => (Sentiment, ConfidenceScores) = (sentiment, scores);

    /// <summary>The whole of it.</summary>
    public TextSentiment Sentiment { get; }

    /// <summary>How sure the service is of each.</summary>
    public SentimentConfidenceScores ConfidenceScores { get; }
}

/// <summary>How sure the service is of each sentiment: 0 to 1, about 1 together.</summary>
public class SentimentConfidenceScores
{
    internal SentimentConfidenceScores(double positive, double neutral, double negative) =>
        (Positive, Neutral, Negative) = (positive, neutral, negative);

    /// <summary>Of positive.</summary>
    public double Positive { get; }

    /// <summary>Of neutral.</summary>
    public double Neutral { get; }

    /// <summary>Of negative.</summary>
    public double Negative { get; }
}

/// <summary>How a text feels.</summary>
public enum TextSentiment
{
    /// <summary>Positive.</summary>
    Positive,

    /// <summary>Neutral.</summary>
    Neutral,

    /// <summary>Negative.</summary>
    Negative,

    /// <summary>Both positive and negative; of documents only.</summary>
    Mixed,
}
