using OverdoseBot.Chats;

namespace OverdoseBot.Paths.Tests;

/// <summary>A broken rule is shown with a shortest chat, and that chat is a plan that the player plays.</summary>
public sealed class ChatTests
{
    public static TheoryData<string, string, bool, int, string> Known => new()
    {
        // The greeting itself.
        { "1", "respond/start", false, 1, "Call for help" },

        // One message that says that breathing is slow.
        { "3b", "respond/breaths", false, 1, "Get the nose spray" },

        // A dose is told while pushing, and two minutes go by.
        { "7b", "respond/re-check", false, 2, "Did they wake up? Look" },
        { "B", "respond/breathing", true, 1, "xxxxxxxx" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task The_shortest_chat_has_so_many_turns_and_can_be_played(string rule, string step, bool sms, int turns, string says)
    {
        var said = says.Contains('x', StringComparison.Ordinal) && sms ? new string('x', 161) : says + ". Then give 2 breaths.";
        var library = Shipped.Library.Step(step, s => s.Says(said));
        var walk = await Walks.RunAsync(library, sms, 2000);
        var finding = walk.Findings.Where(f => SafetyRules.All[f.Invariant].Number == rule).MinBy(f => Way.Length(walk, f))!;
        var way = await Way.ToAsync(walk, finding, Walks.Ear);

        var chat = ChatScript.Write(walk.Scene, SafetyRules.All[finding.Invariant], finding, way);
        var page = await new ChatPlayer(library, Shipped.Reader).PageAsync(ChatPlanReader.Read(chat, "shortest.chat"));

        Assert.Equal(turns, Way.Length(walk, finding));
        Assert.Equal(turns, way.Length);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("# (", chat, StringComparison.Ordinal);
    }
}
