using OverdoseBot.Channels.Sms;

namespace OverdoseBot.Sms.Tests;

/// <summary>Addresses that only this service can read.</summary>
public sealed class AddressTests
{
    private static readonly Address _address = new("+16175550101", "+15551230002", "AC00000000000000000000000000000001");

    [Fact]
    public void It_comes_back_looks_like_nothing_and_is_written_the_same_way_each_time()
    {
        var sealer = new SealedAddresses(new byte[32]);
        var written = sealer.Seal(_address);

        sealer.Open(written).ShouldBe(_address);
        written.ShouldBe(new SealedAddresses(new byte[32]).Seal(_address));
        written.ShouldNotBe(sealer.Seal(_address with { Theirs = "+16175550102" }));
        written.ShouldNotContain("555");
        written.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
    }

    [Fact]
    public void Another_key_and_a_change_and_nonsense_open_nothing()
    {
        var sealer = new SealedAddresses(new byte[32]);
        var written = sealer.Seal(_address);

        new SealedAddresses(Enumerable.Repeat((byte)1, 32).ToArray()).Open(written).ShouldBeNull();
        sealer.Open((written[0] == 'A' ? 'B' : 'A') + written[1..]).ShouldBeNull();
        sealer.Open(written[..^4]).ShouldBeNull();
        foreach (var nonsense in new[] { null, "", "x", "+16175550101", "****", new string('A', 27), new string('A', 1_000) })
        {
            sealer.Open(nonsense).ShouldBeNull();
        }
    }

    [Fact]
    public void Any_texts_of_people_and_providers_come_back()
    {
        var sealer = new SealedAddresses(new byte[32]);
        foreach (var address in new[] { new Address("SHELTER", "", ""), new Address("whatsapp:+447700900101", "60777", "AC1"), new Address("é😟", "+1", "AC") })
        {
            sealer.Open(sealer.Seal(address)).ShouldBe(address);
        }
    }
}
