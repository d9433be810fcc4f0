using System.Globalization;
using Microsoft.Bot.Schema;
using OverdoseBot.Bot;
using OverdoseBot.Channels.Opinions;
using OverdoseBot.Channels.Watching;
using OverdoseBot.Journal;

namespace OverdoseBot.Channels;

/// <content>The turns of events of our own.</content>
public sealed partial class TurnRunner
{
    /// <summary>Runs the turn of a clock that is due.</summary>
    public Task<TurnReplies> RingAsync(DueAlarm alarm, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var inbound = new Activity(ActivityTypes.Event)
        {
            Name = OverdoseResponseBot.ClockEvent,
            Conversation = new ConversationAccount { Id = alarm.Conversation },
        };
        var key = "clock/" + alarm.Due.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        // Never before its time: a clock that was set back meanwhile would find nothing due, use up the key, and the alarm would not ring any more.
        return AlarmWatch.RangAsync(time, alarm.Due, RunAsync(alarm.Conversation, key, inbound, sms: false, null, alarm.Due, cancel));
    }

    /// <summary>Runs the turn of an opinion: what was heard then was distress. It may add an offer, and is kept only if it does.</summary>
    public Task<TurnReplies> OpineAsync(Question question, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(question);
        var inbound = Opinion.Of(question.Heard);
        inbound.Conversation = new ConversationAccount { Id = question.Conversation };
        return RunAsync(question.Conversation, question.Key, inbound, sms: false, cancel);
    }
}
