using System.Buffers;
using System.Text;
using SQLitePCL;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>A value for a statement: a whole number, text, bytes, or nothing.</summary>
internal readonly struct Value
{
    private const int Short = 256;
    private static readonly object _isNumber = new();
    private readonly object? _content;
    private readonly long _number;

    private Value(object? content, long number = 0) => (_content, _number) = (content, number);

    public static implicit operator Value(long? number) => number is { } known ? new(_isNumber, known) : default;

    public static implicit operator Value(string? text) => new(text);

    public static implicit operator Value(byte[]? bytes) => new(bytes);

    /// <summary>Content as <see cref="Column"/> makes it: text, bytes or nothing.</summary>
    public static Value Of(object? content) => content is null or string or byte[]? new(content) : throw new ArgumentException("Neither text nor bytes.", nameof(content));

    /// <summary>Puts it in its place; SQLite keeps a copy. Gives SQLite's code.</summary>
    public int Bind(sqlite3_stmt statement, int place) => _content switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => Bind(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => raw.sqlite3_bind_int64(statement, place, _number),
    };

    private static int Bind(sqlite3_stmt statement, int place, string text)
    {
        if (text.Length == 0)
        {
            // A span of no bytes points nowhere, and that would be NULL.
            return raw.sqlite3_bind_text(statement, place, string.Empty);
        }

        var rented = text.Length > Short ? ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length)) : null;
        var buffer = rented ?? stackalloc byte[Encoding.UTF8.GetMaxByteCount(Short)];
        var bytes = buffer[..Encoding.UTF8.GetBytes(text, buffer)];
        var code = raw.sqlite3_bind_text(statement, place, (ReadOnlySpan<byte>)bytes);
        if (rented is not null)
        {
            // What a person wrote does not stay behind in what others rent.
            bytes.Clear();
            ArrayPool<byte>.Shared.Return(rented);
        }

        return code;
    }
}
