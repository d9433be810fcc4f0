using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OverdoseBot.BotBuilder.Tests;

/// <summary>An adapter whose channel takes everything and numbers it from 1.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    private int _lastId;

    internal List<Activity> Sent { get; } = [];

    internal List<int> Batches { get; } = [];

    internal List<Activity> Updated { get; } = [];

    internal List<string> Deleted { get; } = [];

    internal Task RunAsync(ITurnContext turn, BotCallbackHandler bot) => RunPipelineAsync(turn, bot, CancellationToken.None);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        Batches.Add(activities.Length);
        return Task.FromResult(activities.Select(_ => new ResourceResponse($"{++_lastId}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse("updated"));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference.ActivityId);
        return Task.CompletedTask;
    }
}
