using System.Text.RegularExpressions;

namespace OverdoseBot.Channels.Tests.House.Deploy;

/// <summary>Values in <c>deploy/</c> that look like secrets.</summary>
internal static partial class Secrets
{
    public static IEnumerable<string> In(DeployFolder folder) => folder.Files.SelectMany(f => f.Value.Split('\n')
        .Select((line, at) => (Line: HashPattern().Replace(line, string.Empty), Number: at + 1))
        .Where(l => NamedPattern().IsMatch(l.Line) || LongPattern().IsMatch(l.Line) || l.Line.Contains("-----BEGIN", StringComparison.Ordinal))
        .Select(l => $"{f.Key}:{l.Number}"));

    // A name of a secret with a value behind it: not one from elsewhere ($X, $(…), a file, a secret of the vault), not one that was left out (…).
    [GeneratedRegex(
        """(?:PASSWORD|Password|SigningKey|DirectLine__Secret|HumanLine__Secret|AuthToken|authToken|ApiKeySecret|Sentiment__Key|sharedKey|Journal__Key|Journal__OldKeys|OldSigningKeys)["']?\s*[:=]\s*["']?(?!\$|\.{0,2}/|…|@|authToken\b|password\b|'?postgres-password'|'?signing-key'|\\?'?journal-key|'?journal-old-keys'|'?old-signing-key'|\\?'?twilio-auth-token|vault\.|new,old)[^\s"'`|;,{}()]{3,}""",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedPattern();

    // Random letters and digits, as keys are: 32 or more with both.
    [GeneratedRegex(@"\b(?=[A-Za-z0-9+/]*\d)(?=[A-Za-z0-9+/]*[A-Za-z])[A-Za-z0-9+]{32,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex LongPattern();

    // Hashes that browsers and registries check are public.
    [GeneratedRegex("sha(256|384|512)[-:][A-Za-z0-9+/=]+", RegexOptions.CultureInvariant)]
    private static partial Regex HashPattern();
}
