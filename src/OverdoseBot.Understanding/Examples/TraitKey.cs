using System.Globalization;

namespace OverdoseBot.Understanding.Examples;

/// <summary>Takes the traits of a message, one by one. A trait is a kind and up to three parts, each a hash; 0 is no part.</summary>
internal interface ITraitTaker
{
    /// <summary>Takes one.</summary>
    void Take(char kind, ulong one, ulong two = 0, ulong three = 0);
}

/// <summary>Hashes of traits, the same on every machine, so that no text is built to look one up.</summary>
internal static class TraitKey
{
    /// <summary>The hash of no letters at all.</summary>
    public const ulong Empty = 14695981039346656037;

    private const ulong Prime = 1099511628211;
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a part (FNV-1a, 64 bits).</summary>
    public static ulong Of(ReadOnlySpan<char> part) => More(Empty, part);

    /// <summary>The hash of a part of which the beginning is hashed already.</summary>
    public static ulong More(ulong hash, ReadOnlySpan<char> part)
    {
        foreach (var letter in part)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    /// <summary>The hash of a whole trait.</summary>
    public static ulong Of(char kind, ulong one, ulong two, ulong three) => Mix(Mix(Mix(kind * Spread, one), two), three);

    /// <summary>The hash of a trait by its name: its kind and parts with spaces between; <c>#</c> and digits is a part by its hash.</summary>
    public static ulong OfName(ReadOnlySpan<char> name)
    {
        Span<ulong> parts = stackalloc ulong[3];
        var next = 0;
        foreach (var cell in name[1..].Split(' '))
        {
            var part = name[1..][cell];
            if (!part.IsEmpty && next < parts.Length)
            {
                parts[next++] = part.Length > 1 && part[0] == '#' ? ulong.Parse(part[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Of(part);
            }
        }

        return Of(name[0], parts[0], parts[1], parts[2]);
    }

    private static ulong Mix(ulong hash, ulong part)
    {
        hash = (hash ^ part) * Spread;
        return hash ^ (hash >> 32);
    }
}

/// <summary>Remembers what the parts of traits are called, for those who write them down.</summary>
internal sealed class PartNames
{
    private readonly Dictionary<ulong, string> _names = [];

    /// <summary>Notes the letters behind a hash.</summary>
    public void Note(ulong hash, ReadOnlySpan<char> part)
    {
        if (!_names.ContainsKey(hash))
        {
            _names.Add(hash, part.ToString());
        }
    }

    /// <summary>The name of a trait.</summary>
    public string Of(char kind, ulong one, ulong two, ulong three) =>
        kind + string.Concat(new[] { one, two, three }.Where(part => part != 0).Select(part => " " + _names[part]));
}
