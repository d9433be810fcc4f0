namespace OverdoseBot.Sms.Tests;

/// <summary>Words that the phone company takes for itself (wire-protocols.md 5.6).</summary>
public sealed class CarrierTests
{
    [Theory]
    [InlineData("STOP", null)]
    [InlineData(" stop ", null)]
    [InlineData("StopAll", null)]
    [InlineData("unsubscribe", null)]
    [InlineData("CANCEL", null)]
    [InlineData("END", null)]
    [InlineData("REVOKE", null)]
    [InlineData("OPTOUT", null)]
    [InlineData("ALTO", "STOP")]
    public async Task Stop_may_mean_the_breathing_and_start_goes_on_there(string stop, string? optOutType)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");

        var answer = await me.TextAsync(stop, Kind(optOutType));

        // On a short code nobody blocks us: there these two arrive.
        answer.Texts.ShouldSatisfyAllConditions(
            t => t[0].ShouldContain("push hard and fast", Case.Insensitive), t => t[^1].ShouldContain("I will stop texting now. Still need help? Call 911"));
        var record = await server.RecordAsync(me);
        (record.CutOff, record.Ended, record.Alarms.IsEmpty, record.Stack[0].Step).ShouldBe((true, true, true, "compressions"));
        server.Log.ShouldContain("till they send START");

        (await me.TextAsync("UNSTOP")).Texts.ShouldHaveSingleItem().ShouldContain("push hard and fast", Case.Insensitive);
        record = await server.RecordAsync(me);
        (record.CutOff, record.Ended, record.Stack[0].Step).ShouldBe((false, false, "compressions"));
        record.Alarms.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("START", null)]
    [InlineData("unstop", null)]
    [InlineData("yes", null)]
    [InlineData("VOLVER", "START")]
    public async Task After_stop_the_words_that_open_the_number_say_the_step_again_and_answer_nothing(string start, string? optOutType)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up, i called 911");
        await me.TextAsync("7");
        await me.TextAsync("QUIT");

        // What they write while nothing reaches them is heard all the same.
        await me.TextAsync("5");
        (await me.TextAsync(start, Kind(optOutType))).Text.ShouldContain("on side");
        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("recovery-position");
    }

    [Fact]
    public async Task Who_was_not_cut_off_answers_with_yes()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("someone overdosed");

        await me.TextAsync("YES");

        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("unwell");
    }

    [Fact]
    public async Task Start_in_the_middle_says_the_step_again_and_as_a_first_word_greets()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        (await me.TextAsync("Start")).Texts.ShouldHaveSingleItem().ShouldContain("Then text what you see");
        await me.TextAsync("he wont wake up");
        var breathing = await me.TextAsync("START");
        breathing.Text.ShouldContain("Watch chest");
        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("breathing");
    }

    [Theory]
    [InlineData("HELP", null)]
    [InlineData("help", "HELP")]
    [InlineData("AUXILIO", "HELP")]
    public async Task Help_opens_an_emergency(string text, string? optOutType)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        await me.TextAsync(text, Kind(optOutType));

        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("wake");
    }

    [Theory]
    [InlineData("HELP")]
    [InlineData("INFO")]
    public async Task In_the_middle_help_and_info_explain_and_move_nobody(string text)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");

        (await me.TextAsync(text)).Text.ShouldContain("Call 911");

        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("breathing");
    }

    [Fact]
    public async Task Info_as_a_first_word_is_someone_who_wants_to_be_ready()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        await me.TextAsync("INFO");

        (await server.RecordAsync(me)).Stack[0].Dialog.ShouldBe("prepare");
    }

    [Fact]
    public async Task The_words_are_the_same_in_every_language_and_change_none()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("no despierta");

        foreach (var word in new[] { "yes", "STOP", "START" })
        {
            (await me.TextAsync(word)).Text.ShouldContain("Llama", customMessage: word);
        }
    }

    [Theory]
    [InlineData("STOP PLEASE")]
    [InlineData("stop?")]
    [InlineData("he stopped")]
    public async Task More_than_the_word_is_not_the_phone_companys(string text)
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);
        await me.TextAsync("he wont wake up");

        (await me.TextAsync(text)).Texts.ShouldNotBeEmpty();

        (await server.RecordAsync(me)).CutOff.ShouldBeFalse();
    }

    [Fact]
    public async Task Stop_as_the_very_first_word_is_kept_and_start_goes_on_with_the_emergency()
    {
        await using var server = await SmsServer.StartAsync();
        var me = new Texter(server.Http);

        await me.TextAsync("STOP");
        (await me.TextAsync("START")).Text.ShouldContain("Call 911");

        (await server.RecordAsync(me)).Stack[0].Step.ShouldBe("wake");
    }

    private static (string, string)[] Kind(string? optOutType) => optOutType is null ? [] : [("OptOutType", optOutType)];
}
