namespace Azure.AI.TextAnalytics.Wire;

/// <summary>What is posted (wire-protocols.md 6.2).</summary>
internal sealed record AnalyzeTextBody(SentimentParameters Parameters, DocumentsBody AnalysisInput, string Kind = "SentimentAnalysis");

/// <summary>How it is to be analysed. .NET counts in UTF-16; the service's own default counts graphemes.</summary>
internal sealed record SentimentParameters(bool? LoggingOptOut, string StringIndexType = "Utf16CodeUnit");

/// <summary>The documents.</summary>
internal sealed record DocumentsBody(IReadOnlyList<DocumentBody> Documents);

/// <summary>One document.</summary>
internal sealed record DocumentBody(string Id, string Language, string Text);
