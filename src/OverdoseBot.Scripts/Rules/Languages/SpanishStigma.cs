using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>The same in Spanish: "un paño limpio" helps, "¿está limpio?" of a person shames.</summary>
internal static partial class SpanishStigma
{
    public static Regex Words { get; } = Shaming();

    [GeneratedRegex("""
        \b(?:
            adict[oa]s? | drogadict\w+ | drogad[oa]s? | drogat[oa]s? | yonquis? | toxic[oó]man[oa]s? | pastiller[oa]s? | vicios[oa]s?
          | adicci[oó]n(?:es)?(?<!l[ií]nea\ de\ \w+|servicio\ de\ \w+)
          | usuari[oa]s?\ de\ (?:drogas|heroína|opioides|sustancias) | consumidor(?:es|as?)?
          | abus(?:o|os|a|ar|ó|aba|ador|adores)(?!\ (?:infantil|sexual))
          | v[ií]ctimas?
          | reca(?:e|er|ído|ída|ídas|yó|yeron) | recaidas?
          | (?:él|ella|usted|persona|amig[oa]|hij[oa]|quien|qui[eé]n)(?:\ ya|\ no)?\ (?:est[aá]|sigue|qued[oó])\ (?:limpi[oa]|suci[oa])
          | (?<=¿(?:ya\ |a[uú]n\ |todav[ií]a\ )?)(?:est[aá]n?|sigue)\ (?:limpi[oa]s?|suci[oa]s?)(?!\ (?:el|la|los|las|su|sus)\b)
          | (?:mantenerse|quedarse|seguir|estar)\ limpi[oa]
          | (?:prueba|análisis|orina|examen)\ (?:\w+\ )?(?:limpi[oa]|suci[oa])
          | (?:terapia|tratamiento|droga|medicina)\ (?:de\ )?(?:sustituci[oó]n|reemplazo|sustitutiv[oa]) | sustitut[oa]s?\ de\ (?:la\ )?(?:heroína|droga)
          | (?<!en\ |con\ |dos\ )muleta
          | (?:mal\ |su\ |el\ |tu\ )(?:h[aá]bito|vicio) | h[aá]bito\ de\ (?:consumir|usar|tomar)
          | problemas?\ (?:de|con)\ (?:las\ |la\ |el\ )?(?:drogas?|alcohol|bebida|opioides|pastillas|sustancias|adicci[oó]n)
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shaming();
}
