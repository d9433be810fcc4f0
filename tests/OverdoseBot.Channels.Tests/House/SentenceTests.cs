using System.Text.RegularExpressions;

namespace OverdoseBot.Channels.Tests.House;

/// <summary>A sentence that people read lives in <c>dialogs/</c>; one in the code is a defect.</summary>
public sealed partial class SentenceTests
{
    // Words that only operators read, in statements that do not say so themselves.
    private static readonly string[] _forOperators =
    [
        "OverdoseBot.Channels/Connector/Outbound/ConnectorDelivery.cs", // reasons that the outbox logs
        "OverdoseBot.Channels/Http/Envelope.cs", // messages of error answers, for those who build clients
        "OverdoseBot.Channels/Http/Refusal.cs", // the same
        "OverdoseBot.Channels/Hub/HubEndpoints.cs", // the same, for those who build hubs
        "OverdoseBot.Channels/Sms/ReminderDesk.cs", // reasons that the outbox logs
        "OverdoseBot.Channels/Sms/Twilio/Failure.cs", // what the log says of a message that did not arrive
        "OverdoseBot.Channels/Sms/Twilio/Sender.cs", // the same
        "OverdoseBot.Journal/Postgres/Remedies.cs", // messages of JournalException
        "OverdoseBot.Journal/Postgres/Server.cs", // the words of a connection string
        "OverdoseBot.Journal/Sqlite/Remedies.cs", // messages of JournalException
        "OverdoseBot.Journal/Sqlite/Schema.cs", // the same
        "OverdoseBot.Understanding/Examples/LearnedFile.cs", // messages of FormatException
        "OverdoseBot.Understanding/Feelings/Behaviour.cs", // the reasons that the verb "explain" prints
        "OverdoseBot.Understanding/Feelings/DistressGauge.cs", // the same
        "OverdoseBot.Understanding/Meanings/SomeoneReader.cs", // the same
        "OverdoseBot.Understanding/Meanings/ReplyReader.cs", // the reasons that the verb "explain" prints
    ];

    [Theory]
    [InlineData("OverdoseBot.Bot")]
    [InlineData("OverdoseBot.Understanding")]
    [InlineData("OverdoseBot.Journal")]
    [InlineData("OverdoseBot.Channels")]
    public void No_sentence_for_people_stands_in_the_code(string room)
    {
        var src = Path.Combine(Shipped.Root, "src");
        var files = Directory.GetFiles(Path.Combine(src, room), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(src, f).Replace('\\', '/'), File.ReadAllText);

        files.ShouldNotBeEmpty();
        files.Keys.Intersect(_forOperators).ShouldBe(_forOperators.Where(f => f.StartsWith(room + "/", StringComparison.Ordinal)), ignoreOrder: true);
        files.Where(f => !_forOperators.Contains(f.Key)).SelectMany(f => Sentences(f.Value).Select(s => $"{f.Key}: {s}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_is_found_and_what_is_for_operators_is_not()
    {
        Sentences("""Say("Call your emergency number now.");""").ShouldBe(["Call your emergency number now."]);
        Sentences("""throw new IOException("The file is not there.");""").ShouldBeEmpty();
        Sentences("""throw new IOException(x ? "The file is not there." : "It is there but damaged.");""").ShouldBeEmpty();
        Sentences("""[LoggerMessage(Level = LogLevel.Error, Message = "A turn has failed again.")]""").ShouldBeEmpty();
        Sentences("// \"what a nurse would say\"\n/// <c>\"and another one is here\"</c>").ShouldBeEmpty();
        Sentences("Format(\"yyyy-MM-dd'T'HH:mm:ss.fff'Z'\"); Read(\"l.turn, l.at, l.inbound, l.outgoing\");").ShouldBeEmpty();
        Sentences("Run(\"SELECT a, b FROM turn WHERE c = 1\");").ShouldBeEmpty();
    }

    private static IEnumerable<string> Sentences(string code)
    {
        var bare = CommentPattern().Replace(code, string.Empty);
        return LiteralPattern().Matches(bare)
            .Where(l => WordPattern().Count(HolePattern().Replace(l.Value, " ")) >= 4 && !SqlPattern().IsMatch(l.Value) && !ForOperators(bare, l.Index))
            .Select(l => l.Value.Trim('"', '$', '@'));
    }

    // The statement that a literal stands in says whom it is for.
    private static bool ForOperators(string code, int at)
    {
        var start = code.LastIndexOfAny([';', '{', '}'], at);
        return OperatorPattern().IsMatch(code[(start + 1)..at]);
    }

    [GeneratedRegex(@"(?m)^\s*//.*$|(?<=[;{}])\s+//.*$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentPattern();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex LiteralPattern();

    [GeneratedRegex(@"(?<![^\s""(])[A-Za-z][a-z']*(?=[,.;:!?)]*($|[\s""]))", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex HolePattern();

    [GeneratedRegex(@"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ALTER|DROP|VACUUM|BEGIN)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SqlPattern();

    [GeneratedRegex(@"\bthrow\b|Exception\(|LoggerMessage|\bLog[A-Z]\w*\(|\bObsolete\b", RegexOptions.CultureInvariant)]
    private static partial Regex OperatorPattern();
}
