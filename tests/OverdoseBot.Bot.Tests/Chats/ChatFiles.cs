using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>The chats of the repository.</summary>
public static class ChatFiles
{
    private static readonly string _folder = Path.Combine(Shipped.Root, "tests", "chats");

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> All => [.. Names()];

    /// <summary>Their names, such as <c>respond/sample</c>.</summary>
    public static IEnumerable<string> Names() => Directory.GetFiles(_folder, "*.chat", SearchOption.AllDirectories)
        .Select(f => Path.ChangeExtension(Path.GetRelativePath(_folder, f), null).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The page as it was recorded.</summary>
    public static string Page(string name) => File.ReadAllText(Path.Combine(_folder, name + ".chat"));

    /// <summary>The plan of a page.</summary>
    public static ChatPlan Plan(string name) => ChatPlanReader.Read(Page(name), $"tests/chats/{name}.chat");
}
