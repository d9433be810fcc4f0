using System.Xml.Linq;

namespace OverdoseBot.Printing;

/// <summary>What the reviewer fills in by hand.</summary>
internal static class SignBox
{
    private static readonly string[] _fields = ["Name and office", "Read in full", "Signature", "Date", "Next review"];

    /// <summary>Under everything that is reviewed on its own.</summary>
    public static XElement Small() => Html.Tag(
        "div", Html.Class("sign"), Tick("Approve"), Tick("Change:"), Line("long"), "Initials", Line("short"), "Date", Line("short"));

    /// <summary>On the title page.</summary>
    public static XElement Whole() => Html.Tag(
        "table", Html.Class("signature"),
        _fields.Select(what => Html.Row(Html.Tag("th", Html.Is("scope", "row"), what), "")));

    private static XElement Tick(string what) => Html.Tag("span", Html.Class("tick"), Html.Tag("i"), what);

    private static XElement Line(string size) => Html.Tag("span", Html.Class("line " + size));
}
