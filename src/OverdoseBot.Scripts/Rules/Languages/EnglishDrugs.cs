using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>Names of drugs and products (clinical.md 3.1, wire-protocols.md 5.8). "Drugs" alone names none.</summary>
internal static partial class EnglishDrugs
{
    public static Regex Names { get; } = Named();

    [GeneratedRegex("""
        \{product[.a-z]*\}
        | \b(?:
            naloxone | nalmefene | opi(?:oid|ate)s? | fentanyl | heroin | morphine | methadone | buprenorphine | suboxone | oxycodone | nitazenes?
          | xylazine | medetomidine | benzo(?:s|diazepines?)? | xanax | cocaine | crack | meth(?:amphetamine)? | ghb
          | narcan | rivive | rextovy | kloxxado | rezenopy | zimhi | lifems | evzio | opvee | zurnai | prenoxad | nyxoid | ventizolve
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Named();
}
