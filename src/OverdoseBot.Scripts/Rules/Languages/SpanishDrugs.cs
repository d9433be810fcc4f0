using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Names of drugs and products in Spanish; products keep their names. Accents may be left out.</summary>
internal static partial class SpanishDrugs
{
    public static Regex Names { get; } = Named();

    [GeneratedRegex("""
        \{product[.a-z]*\}
        | \b(?:
            naloxona | nalmefeno | opioides? | opi[aá]ceos? | fentanilo | hero[ií]na | morfina | metadona | buprenorfina | suboxone | oxicodona | nitazenos?
          | xilacina | medetomidina | benzo(?:s|diacepinas?)? | xanax | coca[ií]na | crack | metanfetamina | ghb
          | narcan | rivive | rextovy | kloxxado | rezenopy | zimhi | lifems | evzio | opvee | zurnai | prenoxad | nyxoid | ventizolve
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();
}
