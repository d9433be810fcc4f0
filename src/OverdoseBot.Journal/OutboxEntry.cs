namespace OverdoseBot.Journal;

/// <summary>A message that a turn leaves to be delivered, written by the turn's own commit.</summary>
/// <param name="Target">
/// Who delivers it, such as <c>sms</c>, <c>connector</c> or <c>hub</c>: 1 to <see cref="JournalLimits.KeyLength"/> characters, well-formed, without NUL.
/// The journal gives it no meaning. Messages of one conversation for one target go out strictly in order.
/// </param>
/// <param name="Body">What to deliver. Any characters; counts into <see cref="JournalLimits.TurnSize"/>.</param>
/// <param name="Perishable">True: a later turn of the conversation may drop it (<see cref="TurnEntry.DropsPerishable"/>), as a clock's prompt.</param>
/// <param name="Expires">From here on it is dropped, never sent; null: <see cref="JournalLimits.OutboxLife"/> after the turn.</param>
/// <param name="NotBefore">It is not sent earlier, rounded up to a millisecond; null: at once.</param>
public sealed record OutboxEntry(
    string Target, string Body, bool Perishable = false, DateTimeOffset? Expires = null, DateTimeOffset? NotBefore = null);
