using System.Text.RegularExpressions;

namespace OverdoseBot.Paths;

/// <summary>Spanish, as it is said in the Americas. Letters that SMS cannot carry are folded to plain ones there, so both are read.</summary>
internal static partial class SpanishCare
{
    public static CareWords Words { get; } = new()
    {
        Language = "es",
        Call = Call(),
        IfTheyStill = "Si todav",
        Care = Care(),
        Pushes = Pushes(),
        Naloxone = Naloxone(),
        Orders = Orders(),
        NextDose = NextDose(),
        Breathing = Breathing(),
        Waking = Waking(),
        Look = Look(),
        Claims = Claims(),
    };

    [GeneratedRegex(@"\bll[aá]m(a|e|en|ar)( ya)? a(l| tu) (?<to>n[uú]mero de emergencias?|\d{3,})", RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    // "Boca a boca" and "soplos" are the helper's breaths; "respiraciones" are either's, and count only when they are given.
    [GeneratedRegex(
        @"\b(empuj(a|e|en|ar|ando)|comprim(e|a|ir))( muy)?( fuerte| r[aá]pido| y)* (el |en el (centro del )?|en medio del |sobre el )?pecho|\bempuj(a|e|ando)( muy)? fuerte|\b(empujes|compresiones)\b"
        + @"|\b\d+ (soplos?|soplitos?|respiraciones)\b|\bsopla \d|\bboca a boca\b", RegexOptions.IgnoreCase)]
    private static partial Regex Care();

    [GeneratedRegex(
        @"\b(empuj(a|e|en|ar|ando)|comprim(e|a|ir))( muy)?( fuerte| r[aá]pido| y)* (el |en el (centro del )?|en medio del |sobre el )?pecho|\bempuj(a|e|ando)( muy)? fuerte|\b(empujes|compresiones)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pushes();

    [GeneratedRegex(
        @"\b(naloxona|spray|aerosol|rociador|dosis|kit|aguja|inyecci[oó]n|frasquito|ampolleta|[eé]mbolo|jeringa)\b|\babre( el)? paquete\b|\bpunta\b[^.]* (nariz|muslo)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Naloxone();

    [GeneratedRegex(
        @"\b(da|dale|pon|ponle)( ya)? (una|la|otra|un)( siguiente)? (dosis|spray|inyecci[oó]n)\b|\b(otra|siguiente) (dosis|inyecci[oó]n) ya\b"
        + @"|\bempuj(a|e)( muy)? fuerte|\bempuj(a|e|ando)( en)?( el)? pecho|\b30 (empujes|compresiones)\b|\baprieta fuerte\b", RegexOptions.IgnoreCase)]
    private static partial Regex Orders();

    [GeneratedRegex(@"\b(otra|siguiente|pr[oó]xima) (dosis|inyecci[oó]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextDose();

    [GeneratedRegex(@"\brespir(a|e|o|os|an|ar|ando|aci[oó]n|aciones)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Breathing();

    [GeneratedRegex(@"\b(despiert[ao]s?|despert[oóaá]r?|consciente|despertar)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Waking();

    [GeneratedRegex(@"\bm[ií]ra(r|le)?( ya)? el pecho\b", RegexOptions.IgnoreCase)]
    private static partial Regex Look();

    [GeneratedRegex(
        @"\b(ya |acabo de )?(llam[eé]|llamado|avis[eé]|mand[eé]|ped[ií]) (al |a una |una |por |ayuda)|\b(voy a|estoy) (llamar|llamando|mandar|mandando|avisar|avisando)\b"
        + @"|\bla ayuda (viene|va) en camino\b|\bya viene la ayuda\b|\b(c[oó]mo (te llamas|se llama)|cu[aá]l es (tu|su) nombre|qui[eé]n eres)\b|(?<!\bno )\b(es|fue|por) (tu|su) culpa\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Claims();
}
