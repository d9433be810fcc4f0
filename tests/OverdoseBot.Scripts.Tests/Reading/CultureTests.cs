using System.Globalization;
using OverdoseBot.Scripts.Tests.Rules;

namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>A script means the same on every machine.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void Loads_the_same_under_every_culture(string name)
    {
        var expected = AllPrinted();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            AllPrinted().ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string AllPrinted() => string.Join('\n', Example.Names
        .SelectMany(Example.Faults).Concat(ScriptLibrary.Load(Shipped.Dialogs).Faults).Select(f => FaultPrinter.Print(f)));
}
