using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Printing;

/// <summary>The reading grade that the check computes for the language, of each form.</summary>
internal static class Grades
{
    public static XElement Of(Library library, Wording wording)
    {
        (string Form, ImmutableArray<string> Texts)[] forms = [("web", wording.Say), ("SMS", wording.Sms), ("brief", wording.Brief is null ? [] : [wording.Brief])];
        return Html.Tag("small", "grade ", string.Join(", ", forms.Where(f => !f.Texts.IsEmpty)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Form} {RuleWords.Of(library).Grade(string.Join(' ', f.Texts)).Grade:0.0}"))));
    }
}
