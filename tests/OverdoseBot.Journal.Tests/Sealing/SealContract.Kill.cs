using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Tests.Sealing;

public abstract partial class SealContract
{
    [Fact]
    public async Task Killed_while_it_seals_anew_it_goes_on_at_the_next_start_and_turns_are_whole_all_along()
    {
        const int Conversations = 1_000;
        await using (var journal = await OpenAsync(One))
        {
            await Task.WhenAll(Enumerable.Range(0, Conversations).Select(i => WriteAsync(journal, $"c{i}")));
        }

        var before = await LeftAsync();
        before.ShouldBe(2L * Conversations);
        for (var kill = 0; kill < 2; kill++)
        {
            await KillOnceItHasBegunAsync(await LeftAsync());
            (await LeftAsync()).ShouldBeInRange(1, before - 1, "it was in the midst of it");
            await using var during = await OpenAsync(OneReadingOther);
            await ShouldBeThereAsync(during, "c0");
            await ShouldBeThereAsync(during, $"c{Conversations - 1}");
        }

        await using (var last = await OpenAsync(OtherReadingOne))
        {
            await SweepAsync(last);
        }

        (await LeftAsync()).ShouldBe(0);
        await using var after = await OpenAsync(Other);
        for (var i = 0; i < Conversations; i++)
        {
            await ShouldBeThereAsync(after, $"c{i}");
        }
    }

    private async Task KillOnceItHasBegunAsync(long left)
    {
        using var process = WriterProcess.Start(Connection, Convert.ToBase64String(_other), Convert.ToBase64String(_one));
        try
        {
            while (await LeftAsync() > left - 100)
            {
                process.HasExited.ShouldBeFalse("it ended before it could be killed");
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
    }

    // Turns that are still under the old key.
    private async Task<long> LeftAsync() =>
        (long)(await RunAsync($"SELECT count(*) FROM log WHERE substr(outgoing, 1, {Mark.Size}) = {Literal(new SealKey(_one).Header)}"))!;
}
