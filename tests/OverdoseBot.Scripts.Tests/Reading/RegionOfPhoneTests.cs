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
    [InlineData("+18765550100", "unknown")]
    [InlineData("+17875550100", "us")]
    [InlineData("+525555555555", null)]
    [InlineData("", null)]
    public void A_phone_number_tells_the_region_by_its_longest_code(string number, string? region) =>
        ScriptLibrary.Read(Shipped.Dialogs).Library!.RegionOfPhone(number)?.Id.ShouldBe(region);

    [Theory]
    [InlineData("+17875550100", "es")]
    [InlineData("+34915550100", "es")]
    [InlineData("+525555555555", "es")]
    [InlineData("+18095550100", "es")]
    [InlineData("+16175550100", null)]
    [InlineData("+351215550123", null)]
    [InlineData("", null)]
    public void A_phone_number_tells_the_language_that_its_owner_likely_reads(string number, string? language) =>
        ScriptLibrary.Read(Shipped.Dialogs).Library!.LanguageOfPhone(number).ShouldBe(language);
}
