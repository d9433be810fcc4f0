using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing;

/// <summary>Sources written out.</summary>
internal static class SourceList
{
    public static IEnumerable<XElement> Of(Library library, IEnumerable<string> keys) =>
        keys.Select(k => Html.Tag("p", Html.Tag("b", k), $" {library.Sources.GetValueOrDefault(k)?.Title}"));
}
