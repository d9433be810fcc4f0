using System.Text;
using OverdoseBot.Scripts.Tests.Rules;

namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>Bad content never throws and never becomes a library.</summary>
public sealed class BadFilesTests
{
    public static TheoryData<string> Contents =>
    [
        "", " ", "---", "--- x\n--- y", "[", "{", "}", ":", "- - -", "&a [*a]", "a: &a\n  b: *a", "*nobody", "? [a, b]\n: c", "!!binary x", "%YAML 9.9\n---\na: b",
        "dialog: [", "\u0000", "dialog: respond\nsteps:\n  - a", "a: 'x", "a: \"\\q\"", "dialog: Respond\nstart: 5\nsteps: {}", "dialog: {a: b}\nsteps: {a: }",
        "steps: { a: { answers: { b: { do: x } }, silence: 4, choices: [1] } }", "a:\n- b\n c", "\uFEFFdialog: x",
        "dialog: respond\nsteps: { start: { prompts: { after: {} }, say: [[x]], pace: 3 } }\nalarms: { a: { until: [a/b/c, /, x/] } }", "<<: {a: b}",
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public void Become_faults_in_every_place(string content)
    {
        foreach (var path in Files.Select(f => f.Path))
        {
            var load = ScriptLibrary.Load(With(path, Encoding.UTF8.GetBytes(content)));

            load.Ok.ShouldBeFalse($"{path} was taken");
            load.Faults.ShouldAllBe(f => f.Spot.Line >= 1 && f.Spot.Column >= 1 && f.Remedy.Length > 0);
            load.Faults.ShouldContain(f => f.Spot.File == path);
        }
    }

    [Fact]
    public void Ten_megabytes_are_refused_at_once() =>
        ScriptLibrary.Load(With("sources.yaml", new byte[10 * 1024 * 1024])).Faults.ShouldHaveSingleItem().Message.ShouldBe("This file is larger than 512 KB.");

    [Fact]
    public void Deep_nesting_is_refused_without_a_stack_overflow() =>
        ScriptLibrary.Load(With("sources.yaml", Encoding.UTF8.GetBytes(new string('[', 200_000)))).Faults.ShouldHaveSingleItem().Code.ShouldBe("OD0002");

    [Fact]
    public void Many_aliases_are_refused()
    {
        var bomb = "a: &a x\nb: [" + string.Join(", ", Enumerable.Repeat("*a", 300)) + "]";

        ScriptLibrary.Load(With("sources.yaml", Encoding.UTF8.GetBytes(bomb))).Faults.ShouldHaveSingleItem().Message.ShouldContain("200 aliases");
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_are_welcome()
    {
        var text = Encoding.UTF8.GetString(Files.Single(f => f.Path == "respond/respond.yaml").Content!.Value.Span);

        ScriptLibrary.Load(With("respond/respond.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))])).Ok.ShouldBeTrue();
    }

    [Fact]
    public void UTF_16_is_refused() => ScriptLibrary.Load(With("sources.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("A: b")).ToArray()))
        .Faults.ShouldHaveSingleItem().Message.ShouldBe("This file is not UTF-8 text.");

    [Fact]
    public void A_file_that_cannot_be_opened_is_refused() =>
        ScriptLibrary.Load([.. Files.Where(f => f.Path != "sources.yaml"), new ScriptFile("sources.yaml", null)])
            .Faults.ShouldHaveSingleItem().Message.ShouldBe("This file cannot be opened.");

    [Fact]
    public void A_folder_that_is_not_there_lacks_every_file() =>
        ScriptLibrary.Load(Path.Combine(Shipped.Root, "no-such-folder")).Faults.Select(f => f.Spot.File)
            .ShouldBe(["everywhere.yaml", "hazards.yaml", "lines.yaml", "products.yaml", "regions.yaml", "sources.yaml"]);

    [Fact]
    public void Every_cut_of_a_good_file_is_read_or_refused_but_never_thrown()
    {
        var whole = Files.Single(f => f.Path == "respond/respond.yaml").Content!.Value;
        for (var length = 0; length < whole.Length; length += 7)
        {
            Should.NotThrow(() => ScriptLibrary.Load(With("respond/respond.yaml", whole[..length].ToArray())));
        }
    }

    [Fact]
    public void Every_flipped_byte_is_read_or_refused_but_never_thrown()
    {
        var whole = Files.Single(f => f.Path == "everywhere.yaml").Content!.Value;
        for (var at = 0; at < whole.Length; at += 11)
        {
            foreach (var other in "{[:&*!#\"'\n-"u8)
            {
                var bytes = whole.ToArray();
                bytes[at] = other;
                Should.NotThrow(() => ScriptLibrary.Load(With("everywhere.yaml", bytes)));
            }
        }
    }

    private static List<ScriptFile> With(string path, byte[] content) =>
        [.. Files.Where(f => f.Path != path), new ScriptFile(path, content)];

    private static IReadOnlyList<ScriptFile> Files { get; } = Example.Valid("_spanish");
}
