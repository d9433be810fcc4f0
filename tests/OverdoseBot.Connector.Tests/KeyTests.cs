using System.Text.Json.Nodes;

namespace OverdoseBot.Connector.Tests;

/// <summary>Where the keys come from: rollover, outage, and nobody can make the service ask without end.</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task A_new_key_counts_at_its_first_token_and_a_withdrawn_one_no_more()
    {
        await using var stage = await Stage.SetAsync();
        var old = stage.Token();
        (await Post(stage, old)).ShouldBe(200);
        stage.Issuer.Channels.Insert(0, new SigningKey("channel-2", "directline"));
        stage.Issuer.Channels.RemoveAt(1);
        stage.Time.Advance(TimeSpan.FromSeconds(11));

        (await Post(stage, stage.Token())).ShouldBe(200);
        (await Post(stage, old)).ShouldBe(401);
    }

    [Fact]
    public async Task Unknown_keys_are_looked_for_once_in_ten_seconds()
    {
        await using var stage = await Stage.SetAsync();
        (await Post(stage, stage.Token())).ShouldBe(200);
        var before = stage.Issuer.Looks;
        stage.Time.Advance(TimeSpan.FromSeconds(11));

        using var key = new SigningKey("unknown", "directline");
        var forged = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Post(
            stage, key.Sign(Claims.Channel(stage.Now, stage.ServiceUrl), new JsonObject { ["alg"] = "RS256", ["kid"] = $"unknown-{i}" }))));

        forged.ShouldAllBe(status => status == 401);
        (stage.Issuer.Looks - before).ShouldBe(1);
    }

    [Fact]
    public async Task With_the_metadata_away_the_keys_that_are_held_go_on()
    {
        await using var stage = await Stage.SetAsync();
        (await Post(stage, stage.Token())).ShouldBe(200);
        stage.Issuer.Away = true;
        stage.Time.Advance(TimeSpan.FromDays(2));

        (await Post(stage, stage.Token())).ShouldBe(200);
        using var stranger = new SigningKey("unknown", "directline");
        (await Post(stage, stranger.Sign(Claims.Channel(stage.Now, stage.ServiceUrl)))).ShouldBe(401);
    }

    [Fact]
    public async Task With_the_metadata_away_from_the_start_nobody_comes_in_until_it_is_back()
    {
        await using var stage = await Stage.SetAsync(away: true);

        (await Post(stage, stage.Token())).ShouldBe(503);
        stage.Issuer.Away = false;
        (await Post(stage, stage.Token())).ShouldBe(503, "it is not asked again at once");
        stage.Time.Advance(TimeSpan.FromSeconds(11));
        (await Post(stage, stage.Token())).ShouldBe(200);
    }

    [Fact]
    public async Task Keys_are_fetched_anew_twice_a_day_without_being_asked_for()
    {
        await using var stage = await Stage.SetAsync();
        (await Post(stage, stage.Token())).ShouldBe(200);
        var looked = stage.Issuer.NextLookAsync();

        // The second time for a rest that had not begun yet when the first half of the day went by.
        for (var half = 0; half < 2 && !looked.IsCompleted; half++)
        {
            stage.Time.Advance(TimeSpan.FromHours(12));
            await Task.WhenAny(looked, Task.Delay(TimeSpan.FromSeconds(10)));
        }

        await looked;
    }

    private static async Task<int> Post(Stage stage, string token) => (await stage.PostAsync(stage.Message("he is blue"), token)).Status;
}
