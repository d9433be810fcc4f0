using System.Net;
using Microsoft.Extensions.Time.Testing;
using OverdoseBot.Channels.DirectLine;
using OverdoseBot.Channels.Http;
using OverdoseBot.Channels.Sms;

namespace OverdoseBot.Channels.Tests.Limits;

/// <summary>How much may come from one address or number.</summary>
public sealed class BucketsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_burst_is_light_then_heavy_then_over_and_each_second_lets_one_more_in()
    {
        var buckets = new Buckets(new Allowance(3, 1, 5), _time);

        Take(buckets, 7).ShouldBe([Load.Light, Load.Light, Load.Light, Load.Heavy, Load.Heavy, Load.Over, Load.Over]);
        _time.Advance(TimeSpan.FromSeconds(1));
        Take(buckets, 2).ShouldBe([Load.Heavy, Load.Over]);
        _time.Advance(TimeSpan.FromSeconds(4));
        Take(buckets, 3).ShouldBe([Load.Light, Load.Light, Load.Heavy]);
        _time.Advance(TimeSpan.FromHours(1));
        Take(buckets, 4).ShouldBe([Load.Light, Load.Light, Load.Light, Load.Heavy], "nothing is saved up beyond a burst");
    }

    [Fact]
    public void Others_are_counted_apart()
    {
        var buckets = new Buckets(new Allowance(1, 1, 1), _time);

        buckets.Take("one").ShouldBe(Load.Light);
        buckets.Take("one").ShouldBe(Load.Over);
        buckets.Take("other").ShouldBe(Load.Light);
    }

    [Fact]
    public void A_million_addresses_take_no_more_memory_than_some_ten_thousand()
    {
        var buckets = new Buckets(new Allowance(1, 1, 1), _time);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++)
        {
            buckets.Take($"{i}");
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(30_000_000);
        buckets.Take("999999").ShouldBe(Load.Over, "the newest are remembered");
    }

    [Fact]
    public void Somebody_in_panic_who_sends_thirty_messages_a_minute_for_an_hour_is_never_near_a_limit()
    {
        var buckets = new Buckets(new SmsOptions { AuthTokens = [], SigningKey = new byte[32] }.Texts, _time);
        for (var i = 0; i < 30 * 60; i++)
        {
            buckets.Take("me").ShouldBe(Load.Light);
            _time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public void A_shelter_of_two_hundred_in_panic_behind_one_address_is_never_near_a_limit()
    {
        var buckets = new Buckets(new DirectLineOptions { SigningKey = new byte[32] }.Posts, _time);
        for (var second = 0; second < 600; second++)
        {
            Take(buckets, 100).ShouldAllBe(l => l == Load.Light);
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2::7", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff:ffff:ffff:ffff", "20010DB800010002")]
    [InlineData("2001:db8:1:3::7", "20010DB800010003")]
    public void An_IPv6_subscriber_is_one_address(string address, string name) => Neighbourhood.Of(IPAddress.Parse(address)).ShouldBe(name);

    private static List<Load> Take(Buckets buckets, int times) => [.. Enumerable.Range(0, times).Select(_ => buckets.Take("me"))];
}
