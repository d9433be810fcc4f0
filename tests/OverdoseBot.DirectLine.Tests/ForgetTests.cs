using System.Text;

namespace OverdoseBot.DirectLine.Tests;

/// <summary>"Forget me" on the web: the page sees its post arrive, and no file has its words.</summary>
public sealed class ForgetTests
{
    [Theory]
    [InlineData("i want to be ready, my cousin Quentin uses", "Done. I deleted all I had")]
    [InlineData("my cousin Quentin is not breathing", "What you wrote is deleted")]
    public async Task The_words_are_gone_and_the_page_is_answered(string before, string said)
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        await visitor.SayAsync(before);
        var (_, watermark) = await visitor.ReadAsync();
        using var stream = await visitor.ListenAsync(watermark);

        await visitor.SayAsync("forget me, says Zelda", "wish");
        await stream.ReplyAsync("wish");

        var (all, _) = await visitor.ReadAsync();
        var posted = all.Single(a => (string?)a["channelData"]?["clientActivityID"] == "wish");
        ((string?)posted["text"]).ShouldBe("…");
        ((string?)all[^1]["text"])!.ShouldContain(said);
        var files = Files(server.Folder);
        foreach (var word in new[] { "Quentin", "Zelda" })
        {
            files.ShouldNotContain(word);
        }

        (await visitor.SayAsync("not breathing")).Code.ShouldBe(200);
        ((string?)(await visitor.ReadAsync()).Activities[^1]["text"])!.ShouldContain("Push hard and fast");
    }

    [Fact]
    public async Task Posted_twice_it_is_one_turn()
    {
        await using var server = await Server.StartAsync();
        var visitor = await Visitor.StartedAsync(server.Http);
        var first = await visitor.SayAsync("delete my messages", "wish");
        var (before, _) = await visitor.ReadAsync();

        (await visitor.SayAsync("delete my messages", "wish"))["id"].ShouldBe(first["id"]);

        (await visitor.ReadAsync()).Activities.Length.ShouldBe(before.Length);
    }

    private static string Files(string folder)
    {
        var all = new StringBuilder();
        foreach (var file in Directory.GetFiles(folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
