using OverdoseBot.Journal;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>
/// Text messages: every text that was answered was kept and answered with its own turn's words, or with the emergency card; and what clocks said
/// reached the Messages API once and in order, unless something newer had made it stale. Clocks go on: of what they said after
/// <paramref name="until"/> nothing had to go out yet.
/// </summary>
internal sealed class TextChecker(
    IJournal journal, IReadOnlyList<TextPerson> people, IReadOnlyList<ApiRequest> sent, string card, DateTimeOffset until, Verdict verdict, List<Ring> rings)
{
    private int _answered;
    private int _carded;
    private int _keptButCarded;
    private int _prompts;
    private int _stale;
    private int _again;

    /// <summary>How many texts got the emergency card and nothing else.</summary>
    public int Carded => _carded;

    public async Task CheckAsync()
    {
        var requests = sent.Select(request => (Request: request, About: Histories.About(request))).ToLookup(s => s.About.Conversation, s => s.About.Message);
        foreach (var person in people)
        {
            var conversation = Histories.Conversation(person);
            var turns = await journal.HistoryAsync(conversation, 0, int.MaxValue, CancellationToken.None);
            WebChecker.TurnsAreWhole(conversation, turns, verdict);
            rings.AddRange(turns.Where(Histories.IsRing).Select(turn => Histories.RingOf(conversation, turn)));
            CheckAnswers(person, turns);
            CheckPrompts(conversation, turns, [.. requests[conversation]]);
        }

        verdict.Count($"texts: {people.Count} people, {_answered} texts kept and answered, {_carded} answered with the emergency card, {_keptButCarded} of them kept all the same");
        verdict.Count($"texts: {_prompts} prompts of clocks delivered in order, {_stale} overtaken before they went out, {_again} delivered again under their own id");
    }

    private void CheckAnswers(TextPerson person, IReadOnlyList<LoggedTurn> turns)
    {
        foreach (var text in person.Texts)
        {
            var turn = turns.FirstOrDefault(t => t.InboundKey == Histories.Key(text.Sid));
            var isCard = text.Answer == card;
            var isOwn = turn is not null && text.Answer == string.Join('\n', Histories.Replies(turn).Select(r => r.Text));
            verdict.FaultUnless(isCard || isOwn, $"texts: {text.Sid} was {(turn is null ? "lost" : "kept")} and answered \"{text.Answer}\"");
            _answered += isOwn ? 1 : 0;
            _carded += isCard && !isOwn ? 1 : 0;
            _keptButCarded += isCard && !isOwn && turn is not null ? 1 : 0;
        }
    }

    // What comes again under its own id is what "at least once" means: the callback tells which message it is.
    private void CheckPrompts(string conversation, IReadOnlyList<LoggedTurn> turns, List<string> delivered)
    {
        var once = delivered.Distinct().ToList();
        _again += delivered.Count - once.Count;
        _prompts += once.Count;
        var said = turns.Where(Histories.IsRing).SelectMany(Histories.Replies).Select(r => r.Id).ToList();
        verdict.FaultUnless(said.Where(once.Contains).SequenceEqual(once), $"texts: {conversation} got [{string.Join(", ", once)}] of [{string.Join(", ", said)}]");
        foreach (var missed in turns.Where(turn => Histories.IsRing(turn) && turn.At < until).Where(turn => !Histories.Replies(turn).All(r => once.Contains(r.Id))))
        {
            verdict.FaultUnless(missed.Turn < turns.Count, $"texts: the prompt of {conversation}, turn {missed.Turn} at {missed.At:HH:mm:ss.fff}, never went out: {string.Join(" | ", Histories.Replies(missed).Select(r => r.Text))}; sent: [{string.Join(", ", delivered)}]");
            _stale++;
        }
    }
}
