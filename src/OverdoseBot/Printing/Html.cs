using System.Xml.Linq;

namespace OverdoseBot.Printing;

/// <summary>HTML that is also well-formed XML: built as a tree, so that no text can be taken for a tag.</summary>
internal static class Html
{
    private static readonly HashSet<string> _void = ["br", "hr", "img", "input", "link", "meta"];

    /// <summary>An element. Strings become text; null and empty lists become nothing.</summary>
    public static XElement Tag(string name, params object?[] content)
    {
        var element = new XElement(name, content.Select(c => c is string text ? Printable(text) : c));
        if (element.IsEmpty && !_void.Contains(name))
        {
            // <td /> would open a cell that HTML never closes.
            element.Add("");
        }

        return element;
    }

    /// <summary>An attribute.</summary>
    public static XAttribute Is(string name, string value) => new(name, value);

    /// <summary>The attribute <c>class</c>.</summary>
    public static XAttribute Class(string value) => new("class", value);

    /// <summary>A table with a line of headings.</summary>
    public static XElement Table(string kind, IEnumerable<string> heads, IEnumerable<XElement> rows) => Tag(
        "table", Class(kind), Tag("thead", Tag("tr", heads.Select(h => Tag("th", Is("scope", "col"), h)))), Tag("tbody", rows));

    /// <summary>A row of a table.</summary>
    public static XElement Row(params object?[] cells) => Tag("tr", cells.Select(c => c is XElement { Name.LocalName: "td" or "th" } cell ? cell : Tag("td", c)));

    /// <summary>A whole document.</summary>
    public static string Document(XElement html) => "<!DOCTYPE html>\n" + html.ToString(SaveOptions.DisableFormatting) + "\n";

    // A character that XML cannot hold would stop the whole print.
    private static string Printable(string text) =>
        text.Any(c => char.IsControl(c) && c != '\n') ? string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? '\uFFFD' : c)) : text;
}
