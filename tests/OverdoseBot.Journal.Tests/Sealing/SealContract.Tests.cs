namespace OverdoseBot.Journal.Tests.Sealing;

public abstract partial class SealContract
{
    [Fact]
    public async Task With_a_key_no_word_of_a_conversation_is_in_the_store_and_all_of_it_comes_back()
    {
        await using (var journal = await OpenAsync(One))
        {
            await WriteAsync(journal, "c");
            foreach (var part in (string[])["blue", "record:", "inbound:", "reply:", "call 911", "body:", "note:"])
            {
                (await HoldsAsync(part)).ShouldBeFalse(part);
            }

            (await HoldsAsync("in-2")).ShouldBeTrue("the look sees what is kept in the clear: the key of an input is searched for");
            await ShouldBeThereAsync(journal, "c");
        }

        await using var again = await OpenAsync(One);
        await ShouldBeThereAsync(again, "c");
        (await ClaimAsync(again)).ShouldHaveSingleItem().Body.ShouldBe($"body: {Word}");
    }

    [Fact]
    public async Task The_same_content_never_looks_the_same_twice()
    {
        await using var journal = await OpenAsync(One);
        await SayAsync(journal, "a", "in-1", []);
        await SayAsync(journal, "b", "in-1", []);
        await SayAsync(journal, "b", "in-2", []);
        (await RunAsync("SELECT count(DISTINCT outgoing) + count(DISTINCT inbound) FROM log")).ShouldBe(6L);
    }

    [Theory]
    [InlineData("UPDATE conversation SET record = (SELECT record FROM conversation WHERE {0}) WHERE {1}")]
    [InlineData("UPDATE log SET outgoing = (SELECT outgoing FROM log WHERE turn = 1 AND {0}) WHERE turn = 1 AND {1}")]
    [InlineData("UPDATE log SET inbound = (SELECT inbound FROM log WHERE turn = 2 AND {1}) WHERE turn = 1 AND {1}")]
    [InlineData("UPDATE log SET inbound = outgoing WHERE turn = 1 AND {1}")]
    public async Task What_was_moved_there_from_elsewhere_is_refused_and_nobody_else_is_touched(string swap)
    {
        await using var journal = await OpenAsync(One);
        await WriteAsync(journal, "a");
        await WriteAsync(journal, "b");

        await RunAsync(swap, "a", "b");

        var refused = await Should.ThrowAsync<JournalException>(() => ReadAllAsync(journal, "b"));
        refused.Message.ShouldContain("moved there");
        refused.ToString().ShouldNotContain("blue");
        await ShouldBeThereAsync(journal, "a");
        (await journal.DueAsync(Noon, 10, Never)).Count.ShouldBe(2);
        await SweepAsync(journal);
        await ShouldBeThereAsync(journal, "a");
    }

    [Theory]
    [InlineData("UPDATE conversation SET record = substr(record, 1, 20)")]
    [InlineData("UPDATE conversation SET record = substr(record, 1, 12)")]
    [InlineData("UPDATE conversation SET record = substr(record, 1, 41)")]
    public async Task What_was_cut_short_is_refused(string cut)
    {
        await using var journal = await OpenAsync(One);
        await WriteAsync(journal, "c");
        await RunAsync(cut);
        await Should.ThrowAsync<JournalException>(async () => await journal.BeginAsync("c", "none", Never));
    }

    [Fact]
    public async Task What_was_kept_before_there_was_a_key_is_read_and_then_sealed_with_no_trace_left()
    {
        await using (var plain = await OpenAsync(JournalKeys.None))
        {
            await WriteAsync(plain, "c");
        }

        (await HoldsAsync(Word)).ShouldBeTrue();
        var log = new CollectedLog();
        await using (var journal = await OpenAsync(One, log))
        {
            await ShouldBeThereAsync(journal, "c");
            await SweepAsync(journal);
            (await HoldsAsync(Word)).ShouldBeFalse();
            (await HoldsAsync("body:")).ShouldBeFalse();
            await ShouldBeThereAsync(journal, "c");
        }

        log.Lines.ShouldHaveSingleItem().ShouldContain("anew with the current key: 5. Left under no key or another: 0.");
        await using var later = await OpenAsync(new JournalKeys(null, [_one]));
        await ShouldBeThereAsync(later, "c");
    }

    [Fact]
    public async Task After_a_change_of_keys_the_old_one_is_not_needed_any_more()
    {
        await using (var before = await OpenAsync(One))
        {
            await WriteAsync(before, "c");
            await WriteAsync(before, "rings in eleven months");
        }

        await using (var during = await OpenAsync(OtherReadingOne))
        {
            await ShouldBeThereAsync(during, "c");
            await SweepAsync(during);
        }

        await using var after = await OpenAsync(Other);
        await ShouldBeThereAsync(after, "c");
        await ShouldBeThereAsync(after, "rings in eleven months");
        (await ClaimAsync(after)).Select(row => row.Body).ShouldBe([$"body: {Word}", $"body: {Word}"]);
        await using var gone = await OpenAsync(One);
        await Should.ThrowAsync<JournalException>(() => ReadAllAsync(gone, "c"));
    }

    [Fact]
    public async Task With_the_wrong_key_a_conversation_is_refused_nothing_is_lost_and_others_go_on()
    {
        await using (var journal = await OpenAsync(One))
        {
            await WriteAsync(journal, "c");
        }

        var log = new CollectedLog();
        await using (var wrong = await OpenAsync(Other, log))
        {
            var refused = await Should.ThrowAsync<JournalException>(async () => await wrong.BeginAsync("c", "in-1", Never));
            refused.Message.ShouldContain("Journal:OldKeys");
            await Should.ThrowAsync<JournalException>(async () => await wrong.HistoryAsync("c", 0, 10, Never));
            await WriteAsync(wrong, "d");
            await ShouldBeThereAsync(wrong, "d");
            await SweepAsync(wrong);
            (await wrong.DueAsync(Noon, 10, Never)).Count.ShouldBe(2);
            var rows = await ClaimAsync(wrong);
            rows.Select(row => (row.Conversation, row.Unreadable is null, row.Body.Length > 0)).ShouldBe([("c", false, false), ("d", true, true)], ignoreOrder: true);
            foreach (var row in rows)
            {
                await wrong.OutboxRows.SettleAsync(row, row.Unreadable is null ? new Delivery.Delivered() : new Delivery.Retry(Noon), Never);
            }
        }

        log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains("cannot be opened: 5"));
        log.Lines.ShouldAllBe(line => !line.Contains("blue") && !line.Contains("in-1"));
        await using var right = await OpenAsync(OneReadingOther);
        await ShouldBeThereAsync(right, "c");
        await ShouldBeThereAsync(right, "d");
        (await ClaimAsync(right)).ShouldHaveSingleItem().Body.ShouldBe($"body: {Word}");
    }

    [Fact]
    public async Task A_word_that_has_nothing_to_do_with_keys_is_refused_where_keys_are_gone()
    {
        await using (var journal = await OpenAsync(One))
        {
            await WriteAsync(journal, "c");
        }

        await using var without = await OpenAsync(JournalKeys.None);
        (await Should.ThrowAsync<JournalException>(async () => await without.BeginAsync("c", "none", Never))).Message.ShouldContain("Set Journal:Key");
        await WriteAsync(without, "d");
        await SweepAsync(without);
        (await HoldsAsync(Word)).ShouldBeTrue("without a key content is kept as it is");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Content_that_looks_sealed_comes_back_as_it_was(bool key)
    {
        byte[] looks = [0xFF, .. "ODB"u8, .. new byte[40]];
        var text = new string(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(looks)) + "\ud83d";
        await using (var journal = await OpenAsync(key ? One : JournalKeys.None))
        {
            var turn = new TurnEntry("c", 0, "in-1", looks, text, [text], null, Noon, FromPerson: true) { Outbox = [new("sms", text)] };
            await journal.CommitAsync(turn, Never);
        }

        await using var again = await OpenAsync(One);
        for (var i = 0; i < 2; i++)
        {
            (await again.BeginAsync("c", "none", Never)).Record!.Value.ToArray().ShouldBe(looks);
            var kept = (await again.HistoryAsync("c", 0, 1, Never)).Single();
            string.Equals(kept.Inbound, text, StringComparison.Ordinal).ShouldBeTrue();
            await SweepAsync(again);
        }

        string.Equals((await ClaimAsync(again)).Single().Body, text, StringComparison.Ordinal).ShouldBeTrue();
    }

    [Fact]
    public async Task Sealing_anew_stops_when_nothing_is_left_and_a_turn_that_deletes_text_stays_deleted()
    {
        var log = new CollectedLog();
        await using (var plain = await OpenAsync(JournalKeys.None))
        {
            await WriteAsync(plain, "c");
        }

        await using var journal = await OpenAsync(One, log);
        var opened = await journal.BeginAsync("c", "none", Never);
        await journal.CommitAsync(new("c", opened.Version, "in-3", "r"u8.ToArray(), null, [], null, Noon, true) { ErasesSince = Noon }, Never);
        for (var i = 0; i < 4; i++)
        {
            await SweepAsync(journal);
        }

        log.Lines.Count.ShouldBe(2, "the first look, and one that finds nothing");
        (await journal.HistoryAsync("c", 0, 10, Never)).ShouldAllBe(turn => turn.Inbound == null && turn.Outgoing.Count == 0);
    }

    private static async Task ReadAllAsync(IJournal journal, string conversation)
    {
        await journal.BeginAsync(conversation, "in-1", Never);
        await journal.HistoryAsync(conversation, 0, 10, Never);
    }
}
