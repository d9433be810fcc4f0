using OverdoseBot.Channels;

namespace OverdoseBot.Bot.Tests.Turns;

/// <summary>What holds for every record that can be reached, tried on many random walks.</summary>
public sealed class EveryWalkTests
{
    private const int Turns = 40;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_same_record_input_and_time_give_the_same_bytes_also_from_the_saved_record(int seed)
    {
        var (walk, record, adapter) = (new Walk(seed), Given.Fresh(sms: seed % 3 == 0), Shipped.Adapter());
        record = (await adapter.RunAsync(record, Given.Hello(), walk.Now)).Record;
        for (var i = 0; i < Turns; i++)
        {
            var input = walk.Next(record);
            var saved = RecordJson.Write(record);
            var result = await adapter.RunAsync(record, input, walk.Now);
            var again = await Shipped.Adapter().RunAsync(RecordJson.Read(saved), input, walk.Now);

            RecordJson.Write(RecordJson.Read(saved)).ShouldBe(saved);
            RecordJson.Write(record).ShouldBe(saved);
            RecordJson.Write(again.Record).ShouldBe(RecordJson.Write(result.Record));
            again.Outgoing.Select(ActivityJson.Write).ShouldBe(result.Outgoing.Select(ActivityJson.Write));
            again.NextDue.ShouldBe(result.NextDue);
            walk.Seen(result);
            record = result.Record;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task No_turn_fails_and_every_message_is_answered(int seed)
    {
        var (walk, record, adapter) = (new Walk(seed + 1000), Given.Fresh(sms: seed % 2 == 0), Shipped.Adapter());
        for (var i = 0; i < Turns; i++)
        {
            var input = walk.Next(record);
            var result = await adapter.RunAsync(record, input, walk.Now);

            result.Error.ShouldBeNull();
            if (input.Type == "message")
            {
                result.Outgoing.ShouldNotBeEmpty();
            }

            result.Record.Stack.ShouldNotBeEmpty();
            result.Record.Alarms.Select(a => a.Due).ShouldBe(result.Record.Alarms.Select(a => a.Due).Order());
            walk.Seen(result);
            record = result.Record;
        }
    }
}
