namespace OverdoseBot.Channels.Sms;

/// <summary>Where a person's text messages go.</summary>
/// <param name="Theirs">Their number.</param>
/// <param name="Ours">The number of ours that they texted; empty: it was not said.</param>
/// <param name="Account">The account that it belongs to; empty: it was not said.</param>
internal sealed record Address(string Theirs, string Ours, string Account)
{
    /// <summary>
    /// True: they write through another service of the provider, whose name stands in front (<c>whatsapp:+44…</c>). What is sent to them leaves from the
    /// number they wrote to and from no other, or nobody carries it.
    /// </summary>
    public bool IsOfOtherService => Theirs.Contains(':', StringComparison.Ordinal);
}
