namespace OverdoseBot.Scripts.Rules;

internal sealed class WhatIsRememberedIsRead() : Rule("OD0032", "What is remembered is read, and what is read is remembered", "H-14",
    "a dose or a sign that is forgotten is asked again or given again.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        var read = Marks.Read(library).Concat(Marks.Known(library)).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var settable = Marks.Settable(library);
        foreach (var mark in Marks.SetBySteps(library).Where(m => !read.Contains(m.Name)))
        {
            yield return Fault(mark.Spot, $"Nothing reads the mark \"{mark.Name}\".", "Delete it, or read it in   say-when   ,   known   , the hand-over or a clock.");
        }

        var said = library.AllMoves().Where(m => m.Word is not null && m.Step?.Known.Contains(m.Word) != true).Select(m => library.Fact(m.Word!)).ToHashSet(StringComparer.Ordinal);
        foreach (var use in Marks.Read(library).Concat(Marks.Known(library).Where(k => !said.Contains(k.Name))).Where(u => !settable.Contains(u.Name)))
        {
            yield return Fault(use.Spot, $"Nothing ever sets \"{use.Name}\", which is read here.", "Set it with   mark:   , or keep the fact in everywhere.yaml.");
        }

        foreach (var mark in Marks.ClearedBySteps(library).Where(m => !settable.Contains(m.Name)))
        {
            yield return Fault(mark.Spot, $"Nothing ever sets \"{mark.Name}\", which is removed here.", "Delete it.");
        }

        foreach (var kept in library.Keep.Values)
        {
            if (!read.Contains(kept.Fact) && !kept.Ends.Any(e => read.Contains(e)))
            {
                yield return Fault(kept.Spot, $"The fact \"{kept.Fact}\" is kept, but nothing reads it and it ends nothing that is read.", "Delete it, or read it.");
            }

            foreach (var end in kept.Ends.Where(e => !settable.Contains(e)))
            {
                yield return Fault(kept.Spot, $"\"{kept.Fact}\" ends \"{end}\", which nothing ever sets.", "Delete it, or keep that fact too.");
            }
        }
    }
}
