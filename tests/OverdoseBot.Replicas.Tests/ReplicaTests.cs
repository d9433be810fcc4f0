using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using OverdoseBot.Replicas.Tests.Given;
using OverdoseBot.Replicas.Tests.Kills;

namespace OverdoseBot.Replicas.Tests;

/// <summary>Any replica serves anybody: what began on one goes on on another, and one that is asked to stop leaves without a loss.</summary>
[Collection(KillTests.Alone)]
public sealed partial class ReplicaTests
{
    private const string Old = "Lay them on their back.";
    private const string New = "Lay them flat on their back.";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);

    [Fact]
    public async Task A_stream_on_one_replica_shows_the_reply_that_another_made_and_a_token_opens_both()
    {
        var journal = await JournalAsync();
        using var one = new Replica(Settings.Of(journal));
        using var other = new Replica(Settings.Of(journal));
        await StartAsync(one, other);
        using var over = new CancellationTokenSource();
        var me = await Visitor.JoinAsync(one.Http);
        var listening = me.ListenAsync(other.Address, over.Token);
        await UntilAsync(() => me.Heard.Count > 0);

        var id = await KeptAsync(me, "he wont wake up");
        await UntilAsync(() => me.Heard.Any(a => a.ReplyTo == id));

        me.Heard.Select(a => a.Id).ShouldBe((await me.TranscriptAsync()).Select(a => a.Id));
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => listening);
    }

    [Fact]
    public async Task Asked_to_stop_it_is_not_ready_first_serves_on_and_then_sends_its_streams_to_others()
    {
        var journal = await JournalAsync();
        using var one = new Replica(Settings.Of(journal, ("Drain", "00:00:10")));
        using var other = new Replica(Settings.Of(journal));
        await StartAsync(one, other);
        using var any = new RoundRobin([one, other]);
        using var way = any.Client();
        var me = await Visitor.JoinAsync(way);
        var listening = me.ListenAsync(one.Address, CancellationToken.None);
        await UntilAsync(() => me.Heard.Count > 0);

        one.Terminate();
        await UntilAsync(async () => await one.StatusAsync() == HttpStatusCode.ServiceUnavailable);
        var id = await KeptAsync(me.Through(one.Http), "he wont wake up");
        await UntilAsync(() => me.Heard.Any(a => a.ReplyTo == id));

        (await listening.WaitAsync(_patience)).ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        await one.EndedAsync();
        var again = me.ListenAsync(other.Address, CancellationToken.None);
        await UntilAsync(() => me.Streams == 2);
        other.Terminate();
        (await again.WaitAsync(_patience)).ShouldBe(WebSocketCloseStatus.EndpointUnavailable);
        me.Heard.Count(a => a.ReplyTo == id).ShouldBe(1);
    }

    [Fact]
    public async Task Replicas_without_a_key_in_common_do_not_start()
    {
        var settings = Settings.Of(await JournalAsync());
        settings.Remove("DirectLine__SigningKey");
        using var one = new Replica(settings);
        one.Start();
        await one.EndedAsync();
        one.Said.ShouldContain("Set DirectLine:SigningKey");
        one.Said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Old_and_new_scripts_serve_one_chat_side_by_side()
    {
        var scripts = Directory.CreateTempSubdirectory("odb-scripts-");
        await NewScriptsAsync(scripts.FullName);
        var journal = await JournalAsync();
        using var one = new Replica(Settings.Of(journal));
        using var other = new Replica(Settings.Of(journal));
        one.Start();
        other.Start("--dialogs", scripts.FullName);
        await Task.WhenAll(one.ReadyAsync(), other.ReadyAsync());
        var (mine, theirs) = (await Visitor.JoinAsync(one.Http), await Visitor.JoinAsync(other.Http));
        var (here, there) = (mine.Through(other.Http), theirs.Through(one.Http));

        // Each chat begins on one, and goes on on the other, and back.
        await here.PostAsync("i called 911, he wont wake up", "c1");
        await mine.PostAsync("what do i do", "c2");
        await here.PostAsync("not breathing", "c3");
        await there.PostAsync("i called 911, he wont wake up", "c1");
        await theirs.PostAsync("not breathing", "c2");

        Texts(await mine.TranscriptAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain(New), t => t.ShouldContain("ush hard and fast"));
        Texts(await theirs.TranscriptAsync()).ShouldSatisfyAllConditions(t => t.ShouldContain(Old), t => t.ShouldNotContain(New), t => t.ShouldContain("ush hard and fast"));
        (await mine.TranscriptAsync()).Where(a => a.ClientId is not null).Select(a => a.ClientId).ShouldBe(["c1", "c2", "c3"]);
        scripts.Delete(recursive: true);
    }

    // A turn for which a busy machine needs more than five seconds is answered with the card, and kept: they say the same again.
    private static async Task<string> KeptAsync(Visitor visitor, string text)
    {
        var id = await visitor.PostAsync(text, "c1");
        for (var tries = 1; tries < 3 && !Visitor.IsKept(id); tries++)
        {
            id = await visitor.PostAsync(text, "c1");
        }

        Visitor.IsKept(id).ShouldBeTrue();
        return id;
    }

    private static async Task<string> JournalAsync() => await (await Cluster.SharedAsync()).SchemaAsync();

    private static string Texts(IEnumerable<Shown> all) => string.Join('\n', all.Select(a => a.Text));

    private static async Task NewScriptsAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Replica.Dialogs, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Replica.Dialogs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var script = Path.Combine(folder, "respond", "respond.yaml");
        var before = await File.ReadAllTextAsync(script);
        before.ShouldContain(Old);
        await File.WriteAllTextAsync(script, before.Replace(Old, New, StringComparison.Ordinal));
        // What is translated is read again, and stamped anew.
        var translation = Path.ChangeExtension(script, ".es.yaml");
        await File.WriteAllTextAsync(translation, Stamp().Replace(await File.ReadAllTextAsync(translation), string.Empty));
        using var stamp = Process.Start(new ProcessStartInfo("dotnet", [Replica.Program, "check", "--stamp", "es", "--dialogs", folder]))!;
        await stamp.WaitForExitAsync();
    }

    private static async Task StartAsync(params Replica[] replicas)
    {
        Array.ForEach(replicas, replica => replica.Start());
        await Task.WhenAll(replicas.Select(replica => replica.ReadyAsync()));
    }

    [GeneratedRegex("^ +of: .*\n", RegexOptions.Multiline)]
    private static partial Regex Stamp();

    private static Task UntilAsync(Func<bool> there) => UntilAsync(() => Task.FromResult(there()));

    private static async Task UntilAsync(Func<Task<bool>> there)
    {
        var since = Stopwatch.StartNew();
        while (!await there())
        {
            since.Elapsed.ShouldBeLessThan(_patience);
            await Task.Delay(_look, TimeProvider.System);
        }
    }
}
