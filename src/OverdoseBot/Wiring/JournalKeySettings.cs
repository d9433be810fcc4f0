using OverdoseBot.Journal;

namespace OverdoseBot.Wiring;

/// <summary>Reads <c>Journal:Key</c> and <c>Journal:OldKeys</c>. No key is ever quoted, nor a part of one.</summary>
internal static class JournalKeySettings
{
    private const string Make = "Make one with: openssl rand -base64 32";

    /// <summary>The keys; <see cref="JournalKeys.None"/> where none is set.</summary>
    /// <exception cref="OptionsException">A key cannot be used; the message says how to make one.</exception>
    public static JournalKeys Read(IConfiguration settings)
    {
        var current = settings["Journal:Key"] is { Length: > 0 } key ? Key("Journal:Key", key) : null;
        var old = SettingList.Of(settings.GetSection("Journal:OldKeys")).Select(k => Key("Journal:OldKeys", k)).ToList();
        return current is null && old.Count == 0 ? JournalKeys.None : new JournalKeys(current, old);
    }

    private static byte[] Key(string name, string text)
    {
        Span<byte> bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            throw Wrong(name, "is not written in base64");
        }

        return length != JournalKeys.Size ? throw Wrong(name, $"has {length} bytes and must have {JournalKeys.Size}")
            : !bytes[..length].ContainsAnyExcept(bytes[0]) ? throw Wrong(name, "is the same byte again and again, and anybody would guess it")
            : bytes[..length].ToArray();
    }

    private static OptionsException Wrong(string name, string what) => new($"A key in {name} {what}. {Make}");
}
