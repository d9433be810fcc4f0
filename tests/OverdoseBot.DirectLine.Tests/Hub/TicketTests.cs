using OverdoseBot.Channels.Hub;

namespace OverdoseBot.DirectLine.Tests.Hub;

/// <summary>The names of hand-offs, while the key that makes them is changed.</summary>
public sealed class TicketTests
{
    private static readonly byte[] _one = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] _other = [.. Enumerable.Repeat((byte)2, 32)];

    [Fact]
    public void A_name_of_the_old_key_opens_its_hand_off_and_new_names_are_of_the_new()
    {
        var before = new HubTickets(Options(_one)).Seal("web-1", "h1");
        var during = new HubTickets(Options(_other) with { OldKeys = [_one] });
        var after = new HubTickets(Options(_other));

        during.Open(before).ShouldBe(("web-1", "h1"));
        after.Open(during.Seal("web-1", "h1")).ShouldBe(("web-1", "h1"));
        after.Open(before).ShouldBeNull();
        during.Open((before[0] == 'A' ? 'B' : 'A') + before[1..]).ShouldBeNull();
    }

    private static HubOptions Options(byte[] key) => new() { Url = new Uri("https://hub.example"), Secret = "hub-secret-0123456789", Key = key };
}
