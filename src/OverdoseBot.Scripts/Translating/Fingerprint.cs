using System.Security.Cryptography;
using System.Text;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Translating;

/// <summary>Eight hex digits of the words of a part of a script, so that a translation knows which English it was made from.</summary>
internal static class Fingerprint
{
    /// <summary>Of a part without words.</summary>
    public static readonly string Nothing = Of("", new MapNode([], new Spot("", 1, 1)));

    /// <summary>Of the words at and below a path; steps and asides inside a file have their own and do not count for the file.</summary>
    public static string Of(string path, Node value)
    {
        var text = new StringBuilder();
        Add(text, path, value, whole: true);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }

    private static void Add(StringBuilder text, string path, Node value, bool whole)
    {
        if (!whole && TextKeys.IsUnit(path))
        {
            return;
        }

        if (TextKeys.IsText(path, value))
        {
            text.Append(path).Append('=').AppendJoin('|', Scalars(value)).Append('\n');
            return;
        }

        foreach (var (key, inner) in Inside(path, value))
        {
            Add(text, key, inner, whole: false);
        }
    }

    private static IEnumerable<string> Scalars(Node value) =>
        value is ListNode list ? list.Items.OfType<ScalarNode>().Select(s => s.Value) : [((ScalarNode)value).Value];

    private static IEnumerable<(string Path, Node Value)> Inside(string path, Node value) => value switch
    {
        MapNode map => map.Pairs.Select(p => (path.Length == 0 ? p.Key.Value : $"{path}/{p.Key.Value}", p.Value)),
        ListNode list => list.Items.OfType<MapNode>().Select(m => (path, (Node)m)),
        _ => [],
    };
}
