using System.Collections.Immutable;
using System.Globalization;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>Nodes to values. A null node gives the empty value: what is missing was told by <see cref="Fields.Need(string)"/>.</summary>
internal static class Values
{
    /// <summary>Any text but an empty one.</summary>
    public static string Text(this FaultList faults, Node? node)
    {
        if (node is ScalarNode { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Value))
        {
            return scalar.Value;
        }

        return faults.Refuse(node, "This must be a text.", "Write a text; put it in quotes when it holds a colon.", "");
    }

    /// <summary>Text, or null when it is missing or written as null.</summary>
    public static string? TextOrNull(this FaultList faults, Node? node) => node is null or ScalarNode { IsNull: true } ? null : faults.Text(node);

    /// <summary>A name: small letters, digits and hyphens.</summary>
    public static string Word(this FaultList faults, Node? node)
    {
        if (node is ScalarNode scalar && IsWord(scalar.Value))
        {
            return scalar.Value;
        }

        return faults.Refuse(node, "This must be one word of small letters, digits and hyphens.", "Write a word such as   not-waking   .", "");
    }

    public static string? WordOrNull(this FaultList faults, Node? node) => node is null or ScalarNode { IsNull: true } ? null : faults.Word(node);

    /// <summary>Names in a list; a single one needs no brackets.</summary>
    public static ImmutableArray<string> Words(this FaultList faults, Node? node) => faults.List(node, faults.Word);

    /// <summary>Texts in a list; a single one needs no brackets.</summary>
    public static ImmutableArray<string> Texts(this FaultList faults, Node? node) => faults.List(node, faults.Text);

    /// <summary>A list; a single value needs no brackets.</summary>
    public static ImmutableArray<T> List<T>(this FaultList faults, Node? node, Func<Node, T> read)
    {
        if (node is ListNode { Items.Count: 0 })
        {
            return [];
        }

        return node switch
        {
            null => [],
            ListNode list => [.. list.Items.Select(read)],
            _ => [read(node)],
        };
    }

    /// <summary>A whole number in a range.</summary>
    public static int Number(this FaultList faults, Node? node, int from, int to)
    {
        if (node is ScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        return faults.Refuse(node, $"This must be a whole number from {from} to {to}.", "Write it in digits.", from);
    }

    /// <summary>true or false; false when it is missing.</summary>
    public static bool Flag(this FaultList faults, Node? node) => node switch
    {
        null => false,
        ScalarNode { Value: "true" or "false", Quoted: false } scalar => scalar.Value == "true",
        _ => faults.Refuse(node, "This must be true or false.", "Write true or false, without quotes.", false),
    };

    /// <summary>30s, 2m or 6h.</summary>
    public static TimeSpan Duration(this FaultList faults, Node? node)
    {
        if (node is ScalarNode { Value.Length: > 1 and < 8 } scalar
            && int.TryParse(scalar.Value.AsSpan(0, scalar.Value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            switch (scalar.Value[^1])
            {
                case 's': return TimeSpan.FromSeconds(count);
                case 'm': return TimeSpan.FromMinutes(count);
                case 'h': return TimeSpan.FromHours(count);
            }
        }

        return faults.Refuse(node, "This must be a time.", "Write a number and s, m or h, such as   90s   .", TimeSpan.Zero);
    }

    /// <summary>A day as 2026-03-31, or null.</summary>
    public static DateOnly? DayOrNull(this FaultList faults, Node? node)
    {
        if (node is null or ScalarNode { IsNull: true })
        {
            return null;
        }

        return node is ScalarNode scalar && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : faults.Refuse<DateOnly?>(node, "This must be a day.", "Write year, month and day, such as   2026-03-31   .", null);
    }

    /// <summary>One of a few words.</summary>
    public static T OneOf<T>(this FaultList faults, Node? node, IReadOnlyDictionary<string, T> known, T otherwise)
    {
        if (node is ScalarNode scalar && known.TryGetValue(scalar.Value, out var value))
        {
            return value;
        }

        var hint = node is ScalarNode other ? Nearest.Hint(other.Value, known.Keys) : "";
        return faults.Refuse(node, $"This word is not known here.{hint}", $"Use one of: {string.Join(", ", known.Keys)}.", otherwise);
    }

    public static bool IsWord(string text) =>
        text.Length is > 0 and < 60 && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static T Refuse<T>(this FaultList faults, Node? node, string message, string remedy, T otherwise)
    {
        if (node is not null)
        {
            faults.Add(ReadingRules.Value, node.Spot, message, remedy);
        }

        return otherwise;
    }
}
