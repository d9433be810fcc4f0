using OverdoseBot.Journal;

namespace OverdoseBot.Replicas.Tests.Kills;

/// <summary>Chats on the web: every acknowledged post is in the transcript once, and each client was shown exactly the transcript.</summary>
internal sealed class WebChecker(IJournal journal, IReadOnlyList<WebPerson> people, Verdict verdict, List<Ring> rings)
{
    public async Task CheckAsync()
    {
        var (posts, shown, streams) = (0, 0, 0);
        foreach (var person in people)
        {
            await CheckAsync(person);
            posts += person.Posts.Count;
            shown += person.Me.Heard.Count;
            streams += person.Me.Streams;
        }

        verdict.Count($"web: {people.Count} chats, {posts} acknowledged posts, {shown} activities shown once and in order, {streams} streams opened");
        verdict.Count($"web: {people.Sum(p => p.Carded)} posts answered with the emergency card and said again, {people.Sum(p => p.Me.Cards)} cards shown");
    }

    private async Task CheckAsync(WebPerson person)
    {
        var conversation = person.Me.Conversation;
        var turns = await journal.HistoryAsync(conversation, 0, int.MaxValue, CancellationToken.None);
        TurnsAreWhole(conversation, turns, verdict);
        rings.AddRange(turns.Where(Histories.IsRing).Select(turn => Histories.RingOf(conversation, turn)));

        // Clocks go on: what came after the transcript was read is in what was shown, and nothing else is.
        var transcript = await person.Me.TranscriptAsync();
        await person.EndAsync();
        foreach (var post in person.Posts)
        {
            var echoes = transcript.Where(a => a.ClientId == post.ClientId).Select(a => a.Id).ToList();
            verdict.FaultUnless(echoes is [var one] && one == post.Id, $"web: a post acknowledged as {post.Id} is in the transcript as [{string.Join(", ", echoes)}]");
            verdict.FaultUnless(transcript.Any(a => a.ReplyTo == post.Id), $"web: {post.Id} has no reply");
        }

        var (kept, heard) = (transcript.Select(a => a.Id).ToList(), person.Me.Heard.Select(a => a.Id).ToList());
        verdict.FaultUnless(kept.SequenceEqual(heard.Take(kept.Count)) && heard.Distinct().Count() == heard.Count, $"web: {conversation} was shown [{Short(heard)}] of [{Short(kept)}]");
    }

    /// <summary>Turns are numbered without gaps, and nothing was answered twice.</summary>
    public static void TurnsAreWhole(string conversation, IReadOnlyList<LoggedTurn> turns, Verdict verdict)
    {
        verdict.FaultUnless(turns.Select((turn, i) => turn.Turn == i + 1).All(right => right), $"{conversation}: its turns are not 1 to {turns.Count}");
        foreach (var twice in turns.GroupBy(turn => turn.InboundKey).Where(same => same.Count() > 1))
        {
            verdict.Fault($"{conversation}: {twice.Key} has {twice.Count()} turns");
        }
    }

    private static string Short(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => id[(id.IndexOf('|', StringComparison.Ordinal) + 1)..]));
}
