using OverdoseBot.Journal.Sealing;
using OverdoseBot.Journal.Stored;

namespace OverdoseBot.Journal.Sqlite;

/// <summary>Content in a column: text as text, what SQLite's text cannot hold as a blob of UTF-16, and what is sealed as the blob that a <see cref="Box"/> made.</summary>
internal static class Column
{
    public static object? Of(Box box, Kind kind, string row, string? text) => text is null ? null
        : box.Closes ? box.Close(kind, row, TextBytes.Of(text))
        : StoredText.ToColumn(text) is var plain && plain is byte[] bytes && Mark.IsOn(bytes) ? Mark.OnPlain(TextBytes.Of(text))
        : plain;

    public static string? Text(Box box, Kind kind, string row, object? value) =>
        value is byte[] bytes && Mark.IsOn(bytes) ? TextBytes.From(box.Open(kind, row, bytes)) : StoredText.FromColumn(value);

    /// <summary>The same content under the current key; records are bytes, all else is text.</summary>
    public static object? Again(Box box, Kind kind, string row, object? value) => kind == Kind.Record
        ? box.Close(kind, row, box.Open(kind, row, (byte[])value!))
        : Of(box, kind, row, Text(box, kind, row, value));
}
