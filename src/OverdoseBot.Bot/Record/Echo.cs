using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OverdoseBot.Bot;

/// <summary>A sign of what was written last, by which the same message again is known. Never the text, and nobody can find the text by it.</summary>
/// <param name="Sign">16 bits, salted with the time of the first word: thousands of texts have the same, and one text has another in each case.</param>
/// <param name="Times">How often the same had come before, each within <see cref="Within"/>.</param>
/// <param name="At">When it was written (UTC).</param>
public sealed record Echo(int Sign, int Times, DateTimeOffset At)
{
    /// <summary>The same words after this time are not said again in panic: the question came again.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    /// <summary>The sign of a text that was just written; null: there is no letter or digit in it. Capitals, spaces and marks count for nothing.</summary>
    /// <param name="record">The case, with the last sign; its first word was heard.</param>
    /// <param name="text">What was written.</param>
    /// <param name="now">The time.</param>
    internal static Echo? Of(CaseRecord record, string? text, DateTimeOffset now)
    {
        var bare = new StringBuilder(record.Marks["heard"].First.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)).Append(':');
        var salt = bare.Length;
        foreach (var c in (text ?? string.Empty).Where(char.IsLetterOrDigit))
        {
            bare.Append(char.ToLowerInvariant(c));
        }

        if (bare.Length == salt)
        {
            return null;
        }

        var sign = BinaryPrimitives.ReadUInt16LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(bare.ToString())));
        var again = record.Echo is { } last && last.Sign == sign && now - last.At <= Within;
        return new Echo(sign, again ? record.Echo!.Times + 1 : 0, now);
    }
}
