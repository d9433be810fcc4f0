using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>
/// A text of the scripts, taken apart once for each way in which its pieces (<see cref="Pieces"/>) can be: the same few are said in every turn. Whether a
/// text is known is asked by reference; one that is gone is forgotten.
/// </summary>
internal sealed class Template
{
    private static readonly ConditionalWeakTable<string, Template> _known = new();
    private readonly string _text;
    private readonly Library _library;
    private readonly Piece[] _pieces;

    // As many as were said: one where there is no piece. Whoever loses a race takes it apart once more.
    private volatile Form[] _forms = [];

    private Template(string text, Library library)
    {
        (_text, _library) = (text, library);
        _pieces = [.. Holes.Hole().Matches(text).Select(hole => library.Pieces.GetValueOrDefault(hole.Groups[1].Value)).OfType<Piece>().Distinct()];
    }

    /// <summary>The text with its pieces as they are now, and its holes filled; a hole that nothing fills stays.</summary>
    public static string Fill(string text, Library library, Func<string, bool> knows, Func<string, string?> fill)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        if (!_known.TryGetValue(text, out var template) || !ReferenceEquals(template._library, library))
        {
            template = new Template(text, library);
            _known.AddOrUpdate(text, template);
        }

        return template.FormOf(knows).Fill(fill);
    }

    private Form FormOf(Func<string, bool> knows)
    {
        var words = _pieces.Length == 0 ? [] : Array.ConvertAll(_pieces, piece => piece.Words(knows));
        foreach (var form in _forms)
        {
            if (form.Words.AsSpan().SequenceEqual(words))
            {
                return form;
            }
        }

        var made = new Form(words, Pieces.Fill(_text, _library, knows));
        _forms = [.. _forms, made];
        return made;
    }

    // Every second part is a hole, as it is written.
    private sealed class Form
    {
        private readonly string[] _parts;
        private readonly string[] _holes;

        public Form(string[] words, string text)
        {
            Words = words;
            var (parts, holes, end) = (new List<string>(), new List<string>(), 0);
            foreach (Match hole in Holes.Hole().Matches(text))
            {
                parts.Add(text[end..hole.Index]);
                parts.Add(hole.Value);
                holes.Add(hole.Groups[1].Value);
                end = hole.Index + hole.Length;
            }

            parts.Add(text[end..]);
            (_parts, _holes) = ([.. parts], [.. holes]);
        }

        /// <summary>What its pieces are in it.</summary>
        public string[] Words { get; }

        public string Fill(Func<string, string?> fill)
        {
            if (_holes.Length == 0)
            {
                return _parts[0];
            }

            var filled = (string[])_parts.Clone();
            for (var i = 0; i < _holes.Length; i++)
            {
                filled[2 * i + 1] = fill(_holes[i]) ?? filled[2 * i + 1];
            }

            return string.Concat(filled);
        }
    }
}
