using System.Globalization;

namespace OverdoseBot.Loopback;

/// <summary>Answers in the shapes that are documented (wire-protocols.md 6.2 and 6.4).</summary>
internal static class Documented
{
    /// <summary>An answer about one document, with a sentence as the service sends it.</summary>
    public static Reply Sentiment(string sentiment, double positive, double neutral, double negative, string more = "")
    {
        var scores = string.Create(CultureInfo.InvariantCulture, $$"""{ "positive": {{positive}}, "neutral": {{neutral}}, "negative": {{negative}} }""");
        return Reply.Json(200, $$$"""
            {"kind":"SentimentAnalysisResults","results":{"modelVersion":"2022-11-01","errors":[],
             "documents":[{"id":"0","sentiment":"{{{sentiment}}}","confidenceScores":{{{scores}}},"warnings":[],
              "sentences":[{"text":"x","sentiment":"negative","confidenceScores":{{{scores}}},"offset":0,"length":1,"targets":[],"assessments":[]}]}]}}
            {{{more}}}
            """);
    }

    /// <summary>Clearly negative.</summary>
    public static Reply Negative { get; } = Sentiment("negative", 0.01, 0.02, 0.97);

    /// <summary>Clearly positive.</summary>
    public static Reply Positive { get; } = Sentiment("positive", 0.98, 0.01, 0.01);

    /// <summary>A document that is refused: the call succeeds, the document does not.</summary>
    public static Reply Refused { get; } = Reply.Json(200, """
        {"kind":"SentimentAnalysisResults","results":{"documents":[],"modelVersion":"2022-11-01","errors":[{"id":"0","error":
         {"code":"InvalidArgument","message":"Invalid document in request.","innererror":{"code":"InvalidDocument","message":"Document text is empty."}}}]}}
        """);

    /// <summary>A call that failed.</summary>
    public static Reply Failure(int status, string code, params ReadOnlySpan<string> headers) =>
        Reply.Json(status, $$$"""{"error":{"code":"{{{code}}}","message":"It did not work."}}""", headers);
}
