using OverdoseBot.Channels.Http;

namespace OverdoseBot.Channels.Sms.Twilio;

/// <summary>Counts what comes from each number. Whatever is too much is answered with the emergency card, but not with one for each: a card is a text that costs.</summary>
internal sealed class NumberLimits(SmsOptions options, TimeProvider time)
{
    private static readonly Allowance _oneCard = new(1, 0.1, 1);
    private readonly Buckets _texts = new(options.Texts, time);
    private readonly Buckets _cards = new(_oneCard, time);

    /// <summary>How much comes from whom.</summary>
    public Load Take(string conversation) => options.RateLimited ? _texts.Take(conversation) : Load.Light;

    /// <summary>Whether they get the card now: not within ten seconds of the last.</summary>
    public bool GetsCard(string conversation) => _cards.Take(conversation) == Load.Light;
}
