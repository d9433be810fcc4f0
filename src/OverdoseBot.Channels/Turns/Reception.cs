using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Http;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <summary>
/// Takes on what channels bring and what clocks ring, as much at once as can be answered: emergencies before preparation, the turns of one conversation
/// one after the other, and the emergency card for everybody who would wait too long.
/// </summary>
public sealed partial class Reception(TurnRunner runner, UrgentEar ear, ReceptionOptions options, TimeProvider time, ILogger<Reception> log, Pulse? pulse = null) : IDisposable
{
    private readonly ILogger _log = log;
    private readonly Lanes _lanes = new();

    /// <summary>For tests that fill it.</summary>
    internal Gate Gate { get; } = new(options, time);

    /// <summary>For tests that crowd it.</summary>
    internal Crowds Crowds { get; } = new(options, time);

    /// <summary>Runs the turn of what a person sent, or gives the card: <see cref="TurnReplies.Turn"/> is 0 then. What has arrived is answered, whoever went away meanwhile.</summary>
    /// <param name="conversation">Journal key of the conversation.</param>
    /// <param name="inboundKey">The channel's identity of this activity.</param>
    /// <param name="inbound">The activity.</param>
    /// <param name="sms">True: a new conversation takes the SMS form.</param>
    /// <param name="route">As in <see cref="TurnRunner"/>.</param>
    public async Task<TurnReplies> TakeAsync(string conversation, string inboundKey, Activity inbound, bool sms, ReplyRoute? route = null)
    {
        // Where the processors are behind, what waits for them waits before this gate: whoever can wait leaves them to emergencies.
        var isBehind = pulse?.Late > options.Patience && IsCalm(conversation, inbound);
        if (isBehind)
        {
            return runner.Cards.Give(conversation, inbound, sms, CardReason.Full);
        }

        if (!await Crowds.EnterAsync(conversation))
        {
            return runner.Cards.Give(conversation, inbound, sms, CardReason.Limit);
        }

        if (!await EnterAsync(conversation, inbound))
        {
            return runner.Cards.Give(conversation, inbound, sms, CardReason.Full);
        }

        var turn = RunAsync(conversation, inboundKey, inbound, sms, route);
        await ((Task)turn).WaitAsync(options.AnswerWithin, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (turn.IsCompleted)
        {
            return await turn;
        }

        _ = FollowAsync(turn, conversation, inboundKey, sms, route);
        return runner.Cards.Give(conversation, inbound, sms, CardReason.Slow);
    }

    /// <summary>Runs the turn of a clock that is due, before everybody who waits.</summary>
    public async Task<TurnReplies> RingAsync(DueAlarm alarm, CancellationToken cancel)
    {
        await Gate.EnterAsync(() => Urgency.Clock, cancel);
        try
        {
            return await runner.RingAsync(alarm, cancel);
        }
        finally
        {
            Gate.Leave();
        }
    }

    /// <summary>Whether what comes from somebody of whom so much came is not taken: far too much, or too much and no emergency.</summary>
    internal bool Refuses(Load load, string conversation, Activity inbound) => load == Load.Over || (load == Load.Heavy && IsCalm(conversation, inbound));

    /// <summary>Whether nobody is in danger where this comes from, as far as can be known without the record: it may wait.</summary>
    internal bool IsCalm(string conversation, Activity inbound) => runner.Cards.Standing(conversation) is { IsCalm: true } standing && !ear.Hears(inbound, standing);

    /// <inheritdoc />
    public void Dispose() => _lanes.Dispose();

    // Whoever does not get in makes room for the next of their conversation.
    private async ValueTask<bool> EnterAsync(string conversation, Activity inbound)
    {
        var entered = false;
        try
        {
            entered = await Gate.EnterAsync(() => IsCalm(conversation, inbound) ? Urgency.Calm : Urgency.Emergency, CancellationToken.None);
            return entered;
        }
        finally
        {
            if (!entered)
            {
                Crowds.Leave(conversation);
            }
        }
    }

    private async Task<TurnReplies> RunAsync(string conversation, string key, Activity inbound, bool sms, ReplyRoute? route)
    {
        try
        {
            return await _lanes.RunAsync(conversation, () => runner.RunAsync(conversation, key, inbound, sms, route, CancellationToken.None));
        }
        finally
        {
            Gate.Leave();
            Crowds.Leave(conversation);
        }
    }

    // Replies that the caller was to carry find no caller any more: the step goes out again on its own, as after a message that did not arrive.
    private async Task FollowAsync(Task<TurnReplies> turn, string conversation, string key, bool sms, ReplyRoute? route)
    {
        try
        {
            if (await turn is { Turn: > 0, Activities: [.., var last] } && route is { CallerCarries: true })
            {
                await runner.RunAsync(conversation, key + "/late", Unheard(last, conversation), sms, CancellationToken.None);
            }
        }
        catch (Exception error)
        {
            LogLost(_log, error.GetType().Name);
        }
    }

    private static Activity Unheard(Activity message, string conversation) => new(ActivityTypes.Event)
    {
        Name = OverdoseResponseBot.UndeliveredEvent,
        Conversation = new ConversationAccount { Id = conversation },
        Value = new JObject
        {
            ["message"] = message.Id,
            ["step"] = (string?)(message.ChannelData as JObject)?["guide"]?["step"],
            ["again"] = OverdoseResponseBot.AgainSame,
        },
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn that went on after its card was given failed ({Error}).")]
    private static partial void LogLost(ILogger log, string error);
}
