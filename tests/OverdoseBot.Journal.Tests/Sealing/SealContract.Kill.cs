using OverdoseBot.Journal.Sealing;

namespace OverdoseBot.Journal.Tests.Sealing;

public abstract partial class SealContract
{
    private const int Lot = 1_000;
    private const int Kills = 2;
    private const int Tries = 6;

    [Fact]
    public async Task Killed_while_it_seals_anew_it_goes_on_at_the_next_start_and_turns_are_whole_all_along()
    {
        await WriteLotAsync(0);
        (await LeftAsync()).ShouldBe(2L * Lot);
        var (kills, lots) = (0, 1);
        for (var tries = 1; kills < Kills; tries++)
        {
            if (await KillInTheMidstAsync())
            {
                kills++;
            }
            else
            {
                // The machine stood still, and it was done before it could be killed: it gets more to do.
                tries.ShouldBeLessThan(Tries, "it is always done before it can be killed");
                await WriteLotAsync(lots++);
            }

            await using var during = await OpenAsync(OneReadingOther);
            await ShouldBeThereAsync(during, "c0");
            await ShouldBeThereAsync(during, $"c{(lots * Lot) - 1}");
        }

        await using (var last = await OpenAsync(OtherReadingOne))
        {
            await SweepAsync(last);
        }

        (await LeftAsync()).ShouldBe(0);
        await using var after = await OpenAsync(Other);
        for (var i = 0; i < lots * Lot; i++)
        {
            await ShouldBeThereAsync(after, $"c{i}");
        }
    }

    private async Task WriteLotAsync(int number)
    {
        await using var journal = await OpenAsync(OneReadingOther);
        await Task.WhenAll(Enumerable.Range(number * Lot, Lot).Select(i => WriteAsync(journal, $"c{i}")));
    }

    // Whether it had sealed some turns and not all when it died.
    private async Task<bool> KillInTheMidstAsync()
    {
        var before = await LeftAsync();
        using var process = WriterProcess.Start(Connection, Convert.ToBase64String(_other), Convert.ToBase64String(_one));
        var ended = false;
        try
        {
            while (!ended && await LeftAsync() > before - 100)
            {
                ended = process.HasExited;
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        return !ended && await LeftAsync() is > 0 and var left && left < before;
    }

    // Turns that are still under the old key.
    private async Task<long> LeftAsync() =>
        (long)(await RunAsync($"SELECT count(*) FROM log WHERE substr(outgoing, 1, {Mark.Size}) = {Literal(new SealKey(_one).Header)}"))!;
}
