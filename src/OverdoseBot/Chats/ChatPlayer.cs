using OverdoseBot.Bot;
using OverdoseBot.Channels.Terminal;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Chats;

/// <summary>Starts the service that a chat is played on.</summary>
/// <param name="fresh">The record of a new conversation.</param>
/// <param name="time">The clock.</param>
public delegate Task<IChatService> StartService(CaseRecord fresh, ManualTime time);

/// <summary>Plays plans in both forms and gives the page.</summary>
public sealed class ChatPlayer(Library library, Readers reader)
{
    /// <summary>The page of a plan, played on the turn itself with the record saved and loaded between every two turns.</summary>
    public Task<string> PageAsync(ChatPlan plan) => PageAsync(plan, StartDirectAsync);

    /// <summary>The page of a plan, played on a service of its own for each form.</summary>
    public async Task<string> PageAsync(ChatPlan plan, StartService start) =>
        ChatPage.Write(plan, await PlayAsync(plan, sms: false, start), await PlayAsync(plan, sms: true, start));

    /// <summary>Plays a plan in one form.</summary>
    public async Task<(IReadOnlyList<Played> Played, CaseRecord Record)> PlayAsync(ChatPlan plan, bool sms, StartService start)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(start);
        if (!library.Regions.ContainsKey(plan.Header.Region))
        {
            throw new ChatPlanException(plan.File, 1, $"There is no region \"{plan.Header.Region}\". Known: {string.Join(", ", library.Regions.Keys.Order())}.");
        }

        var time = new ManualTime(ChatRun.Start);
        var fresh = new CaseRecord { Region = plan.Header.Region, Language = plan.Header.Language, Sms = sms, Hub = plan.Header.Hub };
        await using var service = await start(fresh, time);
        return await new ChatRun(plan, sms, library, reader, service, time).PlayAsync();
    }

    /// <summary>The turn itself, with nothing between two turns but the bytes of the record.</summary>
    public Task<IChatService> StartDirectAsync(CaseRecord fresh, ManualTime time) => Task.FromResult<IChatService>(
        new DirectService(() => new TurnAdapter(library, new OverdoseResponseBot(library, reader)), fresh, time));
}
