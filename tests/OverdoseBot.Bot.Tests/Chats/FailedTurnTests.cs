using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Chats;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>Safety rule 10: a turn that fails, at any line of any chat, keeps the record, repeats the step and restates the number.</summary>
public sealed class FailedTurnTests
{
    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task A_failed_turn_keeps_the_record_repeats_the_step_and_says_the_number(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var failed = 0;
            await PlayAsync(chat, sms, _ => true, takenBack: true, turn =>
            {
                failed++;
                RepeatsTheStep(turn, sms);
            });
            failed.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task After_a_failed_turn_the_same_message_again_goes_on_as_if_nothing_had_been(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var expected = Texts(await _player.PlayAsync(ChatFiles.Plan(chat), sms, _player.StartDirectAsync));
            foreach (var third in new[] { 0, 1, 2 })
            {
                var turn = 0;
                Texts(await PlayAsync(chat, sms, a => a.Type != ActivityTypes.Event && turn++ % 3 == third, takenBack: false, _ => { })).ShouldBe(expected);
            }
        }
    }

    private static void RepeatsTheStep(FailedTurn turn, bool sms)
    {
        var (record, outgoing) = (turn.Result.Record, turn.Result.Outgoing);
        turn.Result.Error.ShouldNotBeNull();
        outgoing.ShouldNotBeEmpty();
        var region = Shipped.Library.In(record.Language).Regions[record.Region];
        var text = string.Concat(outgoing.Select(a => a.Text));
        new[] { region.Emergency, sms ? region.FirstSms : region.First }.ShouldContain(number => text.Contains(sms ? Gsm7.Fold(number) : number, StringComparison.Ordinal), text);
        var kept = turn.Before is null ? null : RecordJson.Read(turn.Before);
        if (kept is not null && (kept.Drill?.Case ?? kept) is { Stack: [var top, ..] } && Shipped.Library.Find(new(top.Dialog, top.Step)) is { } step)
        {
            outgoing.Select(StepOf).ShouldAllBe(s => s == step.Place.ToString());
            turn.Result.NextDue.ShouldBe(kept.Alarms.IsEmpty ? null : kept.Alarms.Min(a => Later(a.Due, turn.At)));
            RecordJson.Write(record with { Alarms = kept.Alarms }).ShouldBe(turn.Before);
        }
    }

    // A clock that was due when the turn failed tries again a little later; others ring when they would have.
    private static DateTimeOffset Later(DateTimeOffset due, DateTimeOffset failed) => due > failed ? due : failed + TimeSpan.FromSeconds(15);

    private static Task<(IReadOnlyList<Played> Played, CaseRecord Record)> PlayAsync(string chat, bool sms, Func<Activity, bool> fails, bool takenBack, Action<FailedTurn> failed) =>
        _player.PlayAsync(ChatFiles.Plan(chat), sms, (fresh, time) => Task.FromResult<IChatService>(new FailingService(fresh, time, fails, takenBack, failed)));

    private static string StepOf(Activity message) => (string)((JObject)message.ChannelData)["guide"]!["step"]!;

    private static List<string> Texts((IReadOnlyList<Played> Played, CaseRecord Record) run) =>
        [.. run.Played.SelectMany(p => p.Replies).Select(r => r.Message.Text)];
}
