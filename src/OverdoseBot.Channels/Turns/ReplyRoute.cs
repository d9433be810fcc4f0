namespace OverdoseBot.Channels;

/// <summary>
/// How what is said reaches a person whose client does not read the transcript. A channel gives its route with every turn it runs; from then on the
/// conversation's record knows where its messages go (<see cref="Bot.CaseRecord.Reference"/>), and what clocks and other events say goes there too,
/// as rows of the outbox of <see cref="Target"/>.
/// </summary>
public sealed record ReplyRoute
{
    private ReplyRoute(string target, bool callerCarries) => (Target, CallerCarries) = (target, callerCarries);

    /// <summary>Who delivers: the target of the outbox rows. Its deliverer is registered with <see cref="OutboxHosting.AddReplies"/>.</summary>
    public string Target { get; }

    /// <summary>True: this turn's own replies are carried back by the caller and leave no rows.</summary>
    public bool CallerCarries { get; }

    /// <summary>True: no reminder can be sent later to whoever wrote, and none is offered.</summary>
    public bool NoReminders { get; init; }

    /// <summary>The caller carries this turn's replies back itself (TwiML, <c>expectReplies</c>); only what is said later goes through the outbox.</summary>
    public static ReplyRoute Caller(string target) => new(target, true);

    /// <summary>This turn's replies go through the outbox too: the caller only acknowledges (the Bot Connector's 15-second rule).</summary>
    public static ReplyRoute Outbox(string target) => new(target, false);

    /// <summary>
    /// The target of what is said beside the steps in a turn of its own, such as a person's words, which may be many texts: it waits in its own queue,
    /// so that no clock's prompt waits behind it.
    /// </summary>
    public static string Beside(string target) => target + "-beside";
}
