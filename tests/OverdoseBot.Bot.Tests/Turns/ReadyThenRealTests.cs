using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>
/// Whoever is getting ready, or has it behind them, may be in the middle of an emergency a moment later: every step leads to the response in the same
/// reply. The steps are the scripts' own, so that a new one is tried as well.
/// </summary>
public sealed class ReadyThenRealTests
{
    public static TheoryData<string> Steps =>
        [.. Shipped.Library.Scripts.Values.SelectMany(s => s.Steps).Where(s => s.Kind is StepKind.Prepare or StepKind.After).Select(s => s.Place.ToString()).Order()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task An_emergency_sentence_leads_there_at_once(string at)
    {
        (string Language, string Text, string To)[] emergencies =
        [
            ("en", "he is not breathing", "respond/compressions"), ("en", "she wont wake up", "respond/breathing"), ("en", "7", "respond/compressions"),
            ("en", "4", "respond/breathing"), ("en", "my son just overdosed", "respond/wake"), ("en", "her lips are blue", "respond/wake"),
            ("en", "hes breathing really slow", "respond/breaths"), ("en", "yes but now he stopped breathing", "respond/compressions"),
            ("en", "i have narcan and she is not waking up", "respond/breathing"), ("en", "exp 05/2028 wait hes not breathing", "respond/compressions"),
            ("en", "its true, and he is not breathing", "respond/compressions"), ("en", "i took too many pills", "respond/self"),
            ("es", "no respira", "respond/compressions"), ("es", "mi hermano no despierta", "respond/breathing"), ("es", "sí pero ya no respira", "respond/compressions"),
            ("es", "mi amiga tiene una sobredosis", "respond/wake"), ("es", "tiene los labios azules", "respond/wake"), ("es", "respira muy lento", "respond/breaths"),
            ("es", "tengo narcan y no despierta", "respond/breathing"), ("es", "05/2028 espera no respira", "respond/compressions"),
        ];
        var wrong = new List<string>();
        foreach (var (language, text, to) in emergencies)
        {
            foreach (var sms in new[] { false, true })
            {
                var turn = await Shipped.Adapter().RunAsync(Given.At(at, sms) with { Language = language, Expires = new DateOnly(2028, 5, 1) }, Given.Text(text), Given.Now);
                var guide = turn.Outgoing.Select(m => (JObject)((JObject)m.ChannelData)["guide"]!).Last();
                if (at == "plan/takes" && to == "respond/self")
                {
                    // Medicines are asked for there: whether it is now is asked first.
                    ((string?)guide["step"]).ShouldBe("plan/me");
                    continue;
                }

                if (turn.Error is not null || (string?)guide["step"] != to || (string?)guide["kind"] != "emergency" || !turn.Outgoing.Any(m => m.Text.Contains("911", StringComparison.Ordinal)))
                {
                    wrong.Add($"{(sms ? "SMS" : "web")} \"{text}\": {guide["step"]} {turn.Error?.Message}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_button_of_an_emergency_that_is_still_on_the_screen_counts(string at)
    {
        var turn = await Shipped.Adapter().RunAsync(Given.At(at), Given.Tap("respond/start", "none"), Given.Now);

        turn.Outgoing.Cast<Activity>().Last().Text.ShouldContain("Push hard");
    }
}
