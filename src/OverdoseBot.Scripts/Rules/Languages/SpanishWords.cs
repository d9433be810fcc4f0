using System.Text.RegularExpressions;

namespace OverdoseBot.Scripts.Rules;

/// <summary>What rules look for in Spanish, as it is spoken in the Americas. Accents may be left out, as people text.</summary>
internal static partial class SpanishWords
{
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static RuleWords All { get; } = new()
    {
        Language = "es",
        Length = 1.25,
        Call = Call(),
        CallShown = "Llame al {emergency}",
        Condition = Condition(),
        Breathing = Breathing(),
        Waking = Waking(),
        Still = Still(),
        StillShown = "Si todavía",
        Claims = Claims(),
        Names = Names(),
        Stigma = SpanishStigma.Words,
        Drugs = SpanishDrugs.Names,
        AsksForDigits = AsksForDigits(),
        Digit = Digit(),
        AskedWord = AskedWord(),
        Grade = SpanishGrade.Of,
    };

    // "Llama" as to a friend, "llame" as to a stranger, "llamar" behind "puede".
    [GeneratedRegex(@"\b[Ll]lam(e|a|en|ar)(?: ya| ahora)? (?:al |a )?\{emergency(\.first)?\}")]
    private static partial Regex Call();

    [GeneratedRegex(@"\?$|^(si|cuando|en cuanto)\b", Any)]
    private static partial Regex Condition();

    [GeneratedRegex("respir", Any)]
    private static partial Regex Breathing();

    [GeneratedRegex(@"\b(despiert|despert|inconscien|conscien|recobr)", Any)]
    private static partial Regex Waking();

    [GeneratedRegex(@"^Si (todav[ií]a|a[uú]n|sigue|siguen) ")]
    private static partial Regex Still();

    // "Llame" tells the person to call; only "llamé" with its accent claims to have called.
    [GeneratedRegex(@"\b(llamé|llamaré|llamamos|llamaremos|avisé|avisamos|avisaré|mandé|mandamos|envié|enviamos)\b|\b(he|hemos) (llamado|avisado|mandado|enviado|pedido)\b|\b(estoy|estamos) (llamando|avisando)\b|\b(voy|vamos) a (llamar|avisar|mandar|pedir)\b|\b(ayuda|ambulancia|param[eé]dicos?|polic[ií]a)( ya| ahora)* (vienen?|va|van|est[aá]n?) (en camino|llegando|por llegar)\b|\b(ayuda|ambulancia|param[eé]dicos?|polic[ií]a) ya (vienen?|llegan?)\b", Any)]
    private static partial Regex Claims();

    // "Grite su nombre" is about the person on the floor, so "su nombre" alone is no question.
    [GeneratedRegex(@"\bc[oó]mo (se llama|te llamas|se llaman)\b|\bcu[aá]l es (su|tu|el) nombre\b|\b(d[ií]ga(me|nos)|dime|escrib[ae]|escr[ií]ba(me|nos)|mande|env[ií]e) (su|tu) nombre\b|\b(su|tu) nombre completo\b|\bnombre\?|\bqui[eé]n (es usted|eres)\b", Any)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:[Rr]espond[ae]|[Ee]scrib[ae]|[Mm]and[ae]|[Ee]nv[ií][ae]|[Tt]extee|[Pp]onga)(?:\s+el)?\s+[0-9]\b[^.?!]*")]
    private static partial Regex AsksForDigits();

    [GeneratedRegex(@"(?:^\S+(?: el)?|,(?: o)?|\bo)\s+([0-9])\b(?! o m[aá]s)")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\b(?:[Rr]espond[ae]|[Ee]scrib[ae]|[Mm]and[ae]|[Ee]nv[ií][ae]|[Tt]extee|[Pp]onga)\s+[""'«]?([A-Za-zÁÉÍÓÚÑáéíóúñ-]+)")]
    private static partial Regex AskedWord();
}
