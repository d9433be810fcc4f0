using System.Collections.Concurrent;
using System.Globalization;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Cultures by the locale of an activity. A locale the system does not know costs an exception, and with invariant globalization none is
/// known: the refusals are remembered.
/// </summary>
internal static class Cultures
{
    // Locales come from the wire: a sender must not be able to fill the memory with them.
    private const int MostRefusals = 256;
    private static readonly ConcurrentDictionary<string, bool> Refused = new(StringComparer.Ordinal);

    internal static CultureInfo Find(string locale)
    {
        if (Refused.ContainsKey(locale))
        {
            return null;
        }

        try
        {
            return new CultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            if (Refused.Count < MostRefusals)
            {
                Refused.TryAdd(locale, true);
            }

            return null;
        }
    }
}
