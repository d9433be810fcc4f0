using Microsoft.Bot.Schema;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>A person at random: what they write, tap and wait. The same seed walks the same way.</summary>
internal sealed class Walk(int seed)
{
    private static readonly string[] _texts =
    [
        "he wont wake up", "not breathing", "slow", "breathing normally", "have a spray", "nose", "needle", "gave it", "gave 2 sprays 5 min ago", "woke up",
        "idk", "ok", "how", "i called 911", "cant call", "vomiting", "ambulance is here", "they took over", "wrong button", "start over", "i want to die",
        "im scared", "no", "yes", "5", "7", "0", "", "asdf", "the dispatcher is telling me what to do", "hes gone", "i want to get ready",
    ];

    private readonly Random _random = new(seed);
    private IReadOnlyList<CardAction> _buttons = [];

    public DateTimeOffset Now { get; private set; } = Given.Now;

    /// <summary>The next input, and the time moved on to it.</summary>
    public Activity Next(CaseRecord record)
    {
        if (record.Alarms is [var next, ..] && _random.Next(4) == 0)
        {
            Now = next.Due > Now ? next.Due : Now;
            return Clock.Ring();
        }

        Now += TimeSpan.FromSeconds(_random.Next(60) == 0 ? 30_000 : _random.Next(1, 40));
        return _buttons.Count > 0 && _random.Next(2) == 0
            ? Given.Message(m => m.Value = _buttons[_random.Next(_buttons.Count)].Value)
            : Given.Text(_texts[_random.Next(_texts.Length)]);
    }

    public void Seen(TurnResult result) => _buttons = result.Outgoing is [.., { SuggestedActions.Actions: { } shown }] ? [.. shown] : _buttons;
}
