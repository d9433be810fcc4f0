using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>The form that each channel gets its choices in.</summary>
public sealed class ChannelTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage _stage = shared.Stage;

    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    [InlineData("emulator")]
    public async Task Channels_of_web_chat_get_buttons_and_the_guide(string channel)
    {
        var reply = await ReplyAsync(channel);

        reply["suggestedActions"]!["actions"]!.AsArray().ShouldAllBe(a => (string?)a!["type"] == "messageBack" && a["value"]!["answer"] != null);
        reply["channelData"]!["guide"]!["call"]!.ToString().ShouldBe("911");
    }

    [Fact]
    public async Task Teams_gets_three_buttons_or_fewer_that_say_their_words()
    {
        var personal = (JsonObject a) => { a["conversation"]!["conversationType"] = "personal"; };
        var four = (await _stage.AskAsync(_stage.Message("not breathing, on the phone with 911", "teams", "msteams", personal)))[^1]!;
        four["suggestedActions"].ShouldBeNull("Teams would show none of four");
        ((string)four["text"]!).ShouldContain("\n- ");

        var reply = (await _stage.AskAsync(_stage.Message("gave the first spray", "teams", "msteams", personal)))[^1]!;

        var actions = reply["suggestedActions"]!["actions"]!.AsArray();
        actions.Count.ShouldBe(3);
        actions.ShouldAllBe(a => (string?)a!["type"] == "imBack" && (string?)a["value"] == (string?)a["title"]);
        reply["channelData"].ShouldBeNull();
    }

    [Theory]
    [InlineData("msteams", "groupChat")]
    [InlineData("slack", null)]
    public async Task Other_places_get_the_choices_as_lines_and_understand_them(string channel, string? kind)
    {
        var place = (JsonObject a) => { a["conversation"]!["conversationType"] = kind; };
        var reply = await ReplyAsync(channel, place);

        reply["suggestedActions"].ShouldBeNull();
        reply["channelData"].ShouldBeNull();
        ((string)reply["textFormat"]!).ShouldBe("plain");
        var lines = ((string)reply["text"]!).Split('\n');
        lines.Length.ShouldBeGreaterThan(2);
        lines[1..].ShouldAllBe(l => l.StartsWith("- "));

        var next = (await _stage.AskAsync(_stage.Message(lines[1][2..], Conversation(channel, kind), channel, place)))[^1]!;
        ((string)next["text"]!).ShouldNotBe((string)reply["text"]!);
    }

    [Theory]
    [InlineData("sms")]
    [InlineData("twilio-sms")]
    public async Task Sms_gets_digits_and_understands_them(string channel)
    {
        var reply = await ReplyAsync(channel);

        var text = (string)reply["text"]!;
        text.Length.ShouldBeLessThanOrEqualTo(160);
        text.ShouldContain("Reply ");
        reply["suggestedActions"].ShouldBeNull();
        reply["channelData"].ShouldBeNull();

        var digit = text[(text.IndexOf("Reply ", StringComparison.Ordinal) + 6)..][..1];
        var next = (await _stage.AskAsync(_stage.Message(digit, Conversation(channel, null), channel)))[^1]!;
        ((string)next["text"]!).ShouldNotBe(text);
    }

    private static string Conversation(string channel, string? kind) => $"form-{channel}-{kind}";

    private async Task<JsonNode> ReplyAsync(string channel, Action<JsonObject>? but = null)
    {
        var message = _stage.Message("he does not wake up", "", channel, but);
        message["conversation"]!["id"] = Conversation(channel, (string?)message["conversation"]!["conversationType"]);
        return (await _stage.AskAsync(message))[^1]!;
    }
}
