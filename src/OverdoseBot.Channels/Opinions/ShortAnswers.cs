using Azure.Core;
using Azure.Core.Pipeline;

namespace OverdoseBot.Channels.Opinions;

/// <summary>
/// Stops reading an answer that is far longer than a sentiment can be, before it fills the memory: the pipeline reads answers whole.
/// </summary>
internal sealed class ShortAnswers : HttpPipelinePolicy
{
    /// <summary>The most bytes that are read. An answer repeats the text, and has a few numbers for each sentence.</summary>
    public const int Most = 256 * 1024;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Bound(message.Response);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Bound(message.Response);
    }

    private static void Bound(Azure.Response response)
    {
        if (response.ContentStream is { } content)
        {
            response.ContentStream = new BoundedStream(content, Most);
        }
    }
}
