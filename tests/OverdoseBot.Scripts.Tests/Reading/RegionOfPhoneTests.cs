namespace OverdoseBot.Scripts.Tests.Reading;

public sealed class RegionOfPhoneTests
{
    [Theory]
    [InlineData("+16175550100", "us")]
    [InlineData("+16135550100", "ca")]
    [InlineData("+12045550100", "ca")]
    [InlineData("+442079460000", "uk")]
    [InlineData("+353155501234", "ie")]
    [InlineData("+351215550123", "eu")]
    [InlineData("+61255501234", "au")]
    [InlineData("+6445550123", "nz")]
    [InlineData("+525555555555", null)]
    [InlineData("", null)]
    public void A_phone_number_tells_the_region_by_its_longest_code(string number, string? region) =>
        ScriptLibrary.Read(Shipped.Dialogs).Library!.RegionOfPhone(number)?.Id.ShouldBe(region);
}
