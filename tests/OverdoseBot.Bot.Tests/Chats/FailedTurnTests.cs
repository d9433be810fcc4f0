using Newtonsoft.Json.Linq;
using OverdoseBot.Channels.Terminal;
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
            await EachTurnAsync(chat, sms, thenOver: true, (service, _) =>
            {
                service.Failed!.Outgoing.ShouldNotBeEmpty();
                var region = Shipped.Library.In(service.Failed.Record.Language).Regions[service.Failed.Record.Region];
                var text = string.Concat(service.Failed.Outgoing.Select(a => a.Text));
                new[] { region.Emergency, sms ? region.FirstSms : region.First }.ShouldContain(number => text.Contains(sms ? Gsm7.Fold(number) : number, StringComparison.Ordinal), text);
                var kept = service.Before is null ? null : RecordJson.Read(service.Before);
                if (kept is not null && (kept.Drill?.Case ?? kept) is { Stack: [var top, ..] } && Shipped.Library.Find(new(top.Dialog, top.Step)) is { } step)
                {
                    service.Failed.Outgoing.Select(StepOf).ShouldAllBe(s => s == step.Place.ToString());
                    service.Failed.NextDue.ShouldBe(kept.Alarms.IsEmpty ? null : kept.Alarms.Min(a => Later(a.Due, service.FailedAt)));
                    RecordJson.Write(service.Failed.Record with { Alarms = kept.Alarms }).ShouldBe(service.Before);
                }
            });
        }
    }

    [Theory]
    [MemberData(nameof(ChatFiles.All), MemberType = typeof(ChatFiles))]
    public async Task After_a_failed_turn_the_same_message_again_goes_on_as_if_nothing_had_been(string chat)
    {
        foreach (var sms in new[] { false, true })
        {
            var expected = Texts(await _player.PlayAsync(ChatFiles.Plan(chat), sms, _player.StartDirectAsync));
            await EachTurnAsync(chat, sms, thenOver: false, (_, played) => Texts(played!.Value).ShouldBe(expected));
        }
    }

    // A clock that was due when the turn failed tries again a little later; others ring when they would have.
    private static DateTimeOffset Later(DateTimeOffset due, DateTimeOffset failed) => due > failed ? due : failed + TimeSpan.FromSeconds(15);

    private static async Task<(IReadOnlyList<Played> Played, CaseRecord Record)?> PlayAsync(string chat, bool sms, StartService start)
    {
        try
        {
            return await _player.PlayAsync(ChatFiles.Plan(chat), sms, start);
        }
        catch (ChatIsOver)
        {
            return null;
        }
    }

    private static string StepOf(Microsoft.Bot.Schema.Activity message) => (string)((JObject)message.ChannelData)["guide"]!["step"]!;

    private static List<string> Texts((IReadOnlyList<Played> Played, CaseRecord Record) run) =>
        [.. run.Played.SelectMany(p => p.Replies).Select(r => r.Message.Text)];

    // Fails the first turn, then the second, and so on until no turn is left to fail.
    private static async Task EachTurnAsync(
        string chat, bool sms, bool thenOver, Action<FailingService, (IReadOnlyList<Played> Played, CaseRecord Record)?> check)
    {
        for (var turn = 1; ; turn++)
        {
            FailingService? service = null;
            Task<IChatService> Start(CaseRecord fresh, ManualTime time) =>
                Task.FromResult<IChatService>(service = new FailingService(fresh, time, turn, thenOver));
            var played = await PlayAsync(chat, sms, Start);
            if (service!.Failed is null)
            {
                turn.ShouldBeGreaterThan(1);
                return;
            }

            check(service, played);
        }
    }
}
