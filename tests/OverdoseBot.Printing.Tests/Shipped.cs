using System.Xml.Linq;
using OverdoseBot.Scripts;

namespace OverdoseBot.Printing.Tests;

/// <summary>The scripts as they ship, and their book.</summary>
internal static class Shipped
{
    public static string Dialogs { get; } = Path.Combine(FindRoot(), "dialogs");

    public static Library Library { get; } = ScriptLibrary.Read(Dialogs).Library!;

    public static Region Region { get; } = Library.Regions["us"];

    public static BookInput Input { get; } = BookInput.Of(Library, null, "us", new DateOnly(2026, 3, 31), Fingerprint.Of(Dialogs));

    public static string Html { get; } = Book.Write(Input);

    public static XElement Page { get; } = XDocument.Parse(Html).Root!;

    public static IEnumerable<Step> Steps => Library.Scripts.Values.SelectMany(s => s.Steps);

    /// <summary>All that a step says: on arrival, by the clock, after silence.</summary>
    public static IEnumerable<Wording> Words(this Step step) =>
        [step.Wording, .. step.SayWhen.Select(v => v.Wording), .. new[] { step.Prompts?.Wording, step.Silence?.Again }.OfType<Wording>()];

    /// <summary>All its buttons.</summary>
    public static IEnumerable<Choice> Buttons(this Step step) => step.Choices.Concat(step.SayWhen.SelectMany(v => v.Choices ?? []));

    /// <summary>The element with that id; fails when there is none.</summary>
    public static XElement ById(this XElement page, string id) =>
        page.Descendants().Where(e => e.Attribute("id")?.Value == id).ShouldHaveSingleItem($"id \"{id}\"");

    public static IEnumerable<XElement> OfClass(this XElement page, string name) => page.Descendants().Where(e => e.Attribute("class")?.Value.Split(' ').Contains(name) == true);

    /// <summary>Its text with single spaces, as one reads it.</summary>
    public static string Read(this XElement element) =>
        string.Join(' ', element.DescendantNodes().OfType<XText>().Select(t => t.Value.Trim()).Where(t => t.Length > 0));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OverdoseBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OverdoseBot.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
