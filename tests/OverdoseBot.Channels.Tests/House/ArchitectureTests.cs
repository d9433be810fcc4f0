using System.Reflection;
using System.Xml.Linq;

namespace OverdoseBot.Channels.Tests.House;

/// <summary>References between the rooms of the house run one way (ARCHITECTURE section 2).</summary>
public sealed class ArchitectureTests
{
    public static TheoryData<string, string> Rooms => new()
    {
        { "OverdoseBot.Scripts", "" },
        { "OverdoseBot.Understanding", "OverdoseBot.Scripts" },
        { "OverdoseBot.Bot", "OverdoseBot.Understanding" },
        { "OverdoseBot.Journal", "" },
        { "OverdoseBot.Channels", "OverdoseBot.Bot OverdoseBot.Journal" },
        { "OverdoseBot", "OverdoseBot.Channels" },
        { "BotBuilder", "" },
        { "TextAnalytics", "" },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_the_rooms_before_it(string room, string allowed) =>
        Project(room).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!))
            .ShouldBe(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Theory]
    [InlineData("OverdoseBot.Scripts")]
    [InlineData("OverdoseBot.Understanding")]
    [InlineData("OverdoseBot.Journal")]
    public void Scripts_understanding_and_journal_know_no_bot_framework(string room)
    {
        Project(room).Descendants("UsesBotBuilder").ShouldBeEmpty();
        References(Assembly.Load(room)).ShouldNotContain(name => name.Contains("Bot.Builder") || name.Contains("Bot.Schema") || name == "BotBuilder");
    }

    [Fact]
    public void The_bot_knows_no_store_and_no_network() =>
        References(typeof(Bot.TurnAdapter).Assembly).ShouldNotContain(name =>
            name.Contains("Sqlite") || name.Contains("Npgsql") || name.Contains("AspNetCore") || name.Contains("System.Net") || name == "OverdoseBot.Journal");

    [Theory]
    [InlineData("OverdoseBot.Scripts")]
    [InlineData("OverdoseBot.Understanding")]
    [InlineData("OverdoseBot.Bot")]
    public void What_must_give_the_same_for_the_same_measures_nothing(string room) =>
        References(Assembly.Load(room)).ShouldNotContain("System.Diagnostics.DiagnosticSource");

    [Fact]
    public void Only_the_program_knows_how_measures_are_exported()
    {
        foreach (var room in Rooms.Select(r => (string)((object[])r)[0]).Where(r => r != "OverdoseBot"))
        {
            Project(room).Descendants("PackageReference").ShouldNotContain(p => ((string)p.Attribute("Include")!).StartsWith("OpenTelemetry", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_project_under_src_has_its_place_in_the_list()
    {
        var known = Rooms.Select(r => (string)((object[])r)[0]).ToList();
        Directory.GetDirectories(Path.Combine(Shipped.Root, "src")).Select(d => Path.GetFileName(d)!)
            .Where(n => File.Exists(Path.Combine(Shipped.Root, "src", n, n + ".csproj"))).ShouldBeSubsetOf(known);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(n => n.Name!);

    private static XDocument Project(string room) => XDocument.Load(Path.Combine(Shipped.Root, "src", room, room + ".csproj"));
}
