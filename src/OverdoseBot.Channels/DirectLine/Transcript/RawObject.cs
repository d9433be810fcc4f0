using System.Text;
using Newtonsoft.Json;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>
/// A JSON object whose members stand as they are written, so that a few can be changed and the rest is copied. Its text was written by us: that it is JSON is
/// not looked at again.
/// </summary>
internal sealed class RawObject
{
    private readonly List<Member> _members = [];

    /// <summary>The members of an object, in order.</summary>
    /// <exception cref="FormatException">It is no object, or ends too soon.</exception>
    public static RawObject Read(string json)
    {
        var (whole, rest) = (new RawObject(), json.AsMemory());
        Open(ref rest);
        while (Next(ref rest) is { } member)
        {
            whole._members.Add(member);
        }

        return whole;
    }

    /// <summary>A member as it is written; empty: there is none.</summary>
    public ReadOnlyMemory<char> this[string name] => Index(name) is >= 0 and var at ? _members[at].Value : default;

    /// <summary>What is written in an object that is written in another, by the names on the way; empty: there is nothing.</summary>
    public ReadOnlyMemory<char> Within(string name, params ReadOnlySpan<string> further)
    {
        var found = this[name];
        foreach (var next in further)
        {
            found = found.Span.StartsWith('{') ? Find(found, next) : default;
        }

        return found;
    }

    /// <summary>Gives a member a value, in its place; behind all others where there is none of that name.</summary>
    /// <param name="name">Its name, which needs no escaping.</param>
    /// <param name="json">The value as JSON.</param>
    public void Set(string name, ReadOnlyMemory<char> json)
    {
        var member = new Member(name.AsMemory(), json);
        if (Index(name) is >= 0 and var at)
        {
            _members[at] = member;
        }
        else
        {
            _members.Add(member);
        }
    }

    /// <summary>Gives a member a text.</summary>
    public void SetText(string name, string text) => Set(name, JsonConvert.ToString(text).AsMemory());

    /// <summary>Takes a member out.</summary>
    public void Remove(string name)
    {
        if (Index(name) is >= 0 and var at)
        {
            _members.RemoveAt(at);
        }
    }

    /// <summary>The JSON.</summary>
    public override string ToString()
    {
        var json = new StringBuilder(_members.Sum(m => m.Name.Length + m.Value.Length + 4) + 2).Append('{');
        foreach (var (name, value) in _members)
        {
            json.Append(json.Length > 1 ? ",\"" : "\"").Append(name).Append("\":").Append(value);
        }

        return json.Append('}').ToString();
    }

    private int Index(string name) => _members.FindIndex(m => m.Name.Span.SequenceEqual(name));

    private static ReadOnlyMemory<char> Find(ReadOnlyMemory<char> json, string name)
    {
        Open(ref json);
        while (Next(ref json) is { } member)
        {
            if (member.Name.Span.SequenceEqual(name))
            {
                return member.Value;
            }
        }

        return default;
    }

    private static void Open(ref ReadOnlyMemory<char> rest) => rest = rest.Span.StartsWith('{') ? rest[1..] : throw new FormatException("It is no object.");

    private static Member? Next(ref ReadOnlyMemory<char> rest)
    {
        if (rest.Span is ['}', ..])
        {
            return null;
        }

        rest = rest.Span is [',', ..] ? rest[1..] : rest;
        var name = Take(ref rest)[1..^1];
        rest = rest.Span is [':', ..] ? rest[1..] : throw new FormatException("A member has no value.");
        return new Member(name, Take(ref rest));
    }

    private static ReadOnlyMemory<char> Take(ref ReadOnlyMemory<char> rest)
    {
        var length = Length(rest.Span);
        var value = rest[..length];
        rest = rest[length..];
        return value;
    }

    private static int Length(ReadOnlySpan<char> json) => json switch
    {
        ['"', ..] => TextLength(json),
        ['{' or '[', ..] => NestLength(json),
        _ => json.IndexOfAny(',', '}', ']') is > 0 and var end ? end : throw new FormatException("A value is missing."),
    };

    private static int TextLength(ReadOnlySpan<char> json)
    {
        for (var at = 1; ;)
        {
            var next = json[at..].IndexOfAny('"', '\\');
            at += next >= 0 ? next + 1 : throw new FormatException("A text has no end.");
            if (json[at - 1] == '"')
            {
                return at;
            }

            at++;
        }
    }

    private static int NestLength(ReadOnlySpan<char> json)
    {
        for (var (at, depth) = (0, 0); ;)
        {
            var next = json[at..].IndexOfAny("\"{}[]");
            at += next >= 0 ? next : throw new FormatException("An object or array has no end.");
            if (json[at] == '"')
            {
                at += TextLength(json[at..]);
                continue;
            }

            depth += json[at++] is '{' or '[' ? 1 : -1;
            if (depth == 0)
            {
                return at;
            }
        }
    }

    private readonly record struct Member(ReadOnlyMemory<char> Name, ReadOnlyMemory<char> Value);
}
