using OverdoseBot.Understanding.Clauses;
using OverdoseBot.Understanding.Grammar;
using OverdoseBot.Understanding.Meanings;
using OverdoseBot.Understanding.Words;

namespace OverdoseBot.Understanding.Feelings;

/// <summary>
/// Hears what the writer says of themself, before all else and across clauses: people in despair write no full stops. What takes its
/// words leaves none to be misread: "i dont want to wake up" says nothing of waking. What somebody else says or feels takes none.
/// </summary>
internal sealed class OwnReader(MeaningTable meanings, Matcher matcher)
{
    private readonly int _selfHarm = meanings.Id("self-harm");

    public void Read(string text, Desk desk, Asked asked)
    {
        var sentence = desk.Sentence;
        for (var start = 0; start < sentence.Count;)
        {
            var end = start + 1;
            while (end < sentence.Count && sentence.Tokens[end].Before == Gap.None)
            {
                end++;
            }

            var span = new Clause { Start = start, End = end };
            for (var i = start; i < end;)
            {
                if (!matcher.Find(sentence, span, i, asked, out var hit))
                {
                    i++;
                    continue;
                }

                Note(text, desk, ref hit, asked);
                i = hit.End;
            }

            start = end;
        }
    }

    private void Note(string text, Desk desk, ref Hit hit, Asked asked)
    {
        var (sentence, signal) = (desk.Sentence, hit.Signal);
        var another = signal.Theirs is not null && Whose.IsAnothers(desk, hit.Start);
        var denied = !another && (hit.Negations > 0 || Whose.IsDenied(sentence, hit.Start, desk.Own is [.., var before] ? before.End : 0));
        desk.WantsToLive |= denied && Array.Exists(signal.So, one => one.Meaning == _selfHarm) && !Array.Exists(signal.Not, one => one.Meaning == _selfHarm);
        hit.Meant = another ? signal.Theirs! : denied ? signal.Not : signal.In(asked.Dialog) ?? signal.So;
        var from = sentence.Tokens[hit.Start].Start;
        var last = sentence.Tokens[hit.End - 1];
        desk.Why?.Add($"{signal.Name} \"{text.AsSpan(from, last.Start + last.Length - from)}\"{(another ? " of somebody else" : denied ? " denied" : "")}{(hit.Meant.Length == 0 ? " (says nothing)" : "")}");
        if (hit.Meant.Length == 0)
        {
            if (signal.So.Length == 0 && !another && !denied)
            {
                // "me voy con el en la ambulancia": what looks like a wish to die in it is none.
                desk.Idle.Add(hit);
            }

            return;
        }

        foreach (var one in hit.Meant)
        {
            desk.Heard.Add(new Item(one.Meaning, meanings.Topic(one.Meaning), one.Weak), false);
        }

        desk.Own.Add(hit);
        if (!signal.Takes)
        {
            return;
        }

        // A "not" or "he is" at its end belongs to what follows: "tell me he is not breathing".
        var end = hit.End;
        while (end > hit.Start && sentence.Is(end - 1, Role.Not | Role.Aux | Role.Subject) && !sentence.Is(end - 1, Role.No))
        {
            end--;
        }

        sentence.Used.AsSpan(hit.Start, end - hit.Start).Fill(true);
    }
}
