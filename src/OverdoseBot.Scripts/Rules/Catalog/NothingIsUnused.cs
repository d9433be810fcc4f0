namespace OverdoseBot.Scripts.Rules;

internal sealed class NothingIsUnused() : Rule("OD0033", "Nothing stands unused", "H-01",
    "words that nobody is told look like help that is given.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var told = library.AllMoves().Select(m => m.Move.Tell).Concat(HandOffAsides.All).Append(KitDates.Ends).Append(Aside.IfReal).ToHashSet(StringComparer.Ordinal);
        foreach (var aside in library.Asides.Values.Where(a => !told.Contains(a.Name)))
        {
            yield return Fault(aside.Spot, $"Nothing tells the aside \"{aside.Name}\".", "Tell it in a move, or delete it.");
        }

        var said = Said.Written(library).Select(s => s.Text).Where(t => t.Contains('{', StringComparison.Ordinal)).ToList();
        foreach (var piece in library.Pieces.Values.Where(p => !said.Exists(t => t.Contains($"{{{p.Name}}}", StringComparison.Ordinal))))
        {
            yield return Fault(piece.Spot, $"Nothing says the piece \"{piece.Name}\".", "Say it in a wording, or delete it.");
        }

        foreach (var line in library.Lines)
        {
            if (!library.Regions.ContainsKey(line.Region))
            {
                yield return Fault(line.Spot, $"The line \"{line.Id}\" serves the region \"{line.Region}\", which regions.yaml does not have.", "Name a region that is there.");
            }
        }

        var understood = library.AllMoves().Where(m => m.Word is not null).Select(m => m.Word!).Append(library.CallLine.Ask.Answer)
            .SelectMany(w => new[] { w, library.Fact(w) }).ToHashSet(StringComparer.Ordinal);
        var words = library.Same.Keys.Select(w => ("same", w)).Concat(library.Digits.Keys.Select(w => ("digits", w))).Concat(library.BadNews.Select(w => ("bad-news", w)));
        foreach (var (key, word) in words.Where(w => !understood.Contains(w.Item2)))
        {
            yield return Fault(library.Spots.GetValueOrDefault($"{key}.{word}") ?? library.Spots.GetValueOrDefault(key), $"\"{word}\" is under   {key}:   but is an answer nowhere.", "Delete it, or add the answer.");
        }
    }
}
