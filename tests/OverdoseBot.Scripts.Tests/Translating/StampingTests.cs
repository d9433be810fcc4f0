using System.Text;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Scripts.Tests.Translating;

/// <summary>New parts of a translation get a stamp; all else stands as a person wrote it.</summary>
public sealed class StampingTests
{
    private const string English = """
        dialog: respond
        language: en
        reviewed: { status: draft, by: null, on: null, next: null }
        start: wake
        steps:
          wake:
            kind: emergency
            say: Shout their name.
            answers: { woke: look }
          look:
            kind: emergency
            say: Watch the chest.
        """;

    private const string Spanish = """
        # A comment that stays.
        dialog: respond
        language: es   # and this one
        steps:
          wake:
            # about waking

            say: Grite su nombre.
          look: { say: Mire el pecho. }
        """;

    private static readonly string Wake = Printed("wake");
    private static readonly string Look = Printed("look");

    [Fact]
    public void Lines_are_inserted_and_nothing_else_changes() => Text(Spanish).ShouldBe($$"""
        # A comment that stays.
        dialog: respond
        language: es   # and this one
        steps:
          wake:
            # about waking

            of: {{Wake}}
            say: Grite su nombre.
          look: { of: {{Look}}, say: Mire el pecho. }
        """);

    [Fact]
    public void Carriage_returns_and_a_byte_order_mark_stay()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Spanish.ReplaceLineEndings("\r\n"))];

        var stamped = Stamping.Missing(Files(English, content), "es").Files.Single().Content.ToArray();

        stamped.ShouldBe([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(Spanish).ReplaceLineEndings("\r\n"))]);
    }

    [Fact]
    public void A_stamp_that_stands_is_never_touched_even_when_it_is_stale()
    {
        var stale = Spanish.Replace("    say: Grite", "    of: 00000000\n    say: Grite", StringComparison.Ordinal);

        Text(stale).ShouldBe(stale.Replace("look: { say", $"look: {{ of: {Look}, say", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_stamped_once_is_not_stamped_again() => Stamping.Missing(Files(English, Encoding.UTF8.GetBytes(Text(Spanish))), "es").Files.ShouldBeEmpty();

    [Fact]
    public void It_tells_what_it_wrote_and_where() => Stamping.Missing(Files(English, Encoding.UTF8.GetBytes(Spanish)), "es").Files.Single().Stamps
        .Select(s => (s.What, s.Spot.ToString())).ShouldBe([("steps.wake", "respond/respond.es.yaml:8:5"), ("steps.look", "respond/respond.es.yaml:9:9")]);

    [Fact]
    public void A_file_with_words_outside_its_steps_is_stamped_behind_its_language()
    {
        const string From = "language: en\nreply-list: \"Reply {list}.\"\nasides:\n  a: { say: Do it. }\n";
        const string To = "# top\nlanguage: es\nreply-list: \"Responda {list}.\"\nasides:\n  a: {}\n";
        ScriptFile[] files = [new("everywhere.yaml", Encoding.UTF8.GetBytes(From)), new("everywhere.es.yaml", Encoding.UTF8.GetBytes(To))];

        var text = Encoding.UTF8.GetString(Stamping.Missing(files, "es").Files.Single().Content.Span);

        text.Split('\n')[2].ShouldStartWith("of: ");
        text.Split('\n')[5].ShouldStartWith("  a: { of: ");
    }

    [Fact]
    public void A_file_without_a_language_is_stamped_at_its_top()
    {
        ScriptFile[] files =
        [
            new("lines.yaml", Encoding.UTF8.GetBytes("crisis: { name: A line }\n")), new("lines.es.yaml", Encoding.UTF8.GetBytes("# top\ncrisis:\n  name: Una\n")),
        ];

        Encoding.UTF8.GetString(Stamping.Missing(files, "es").Files.Single().Content.Span).ShouldMatch("^# top\nof: [0-9a-f]{8}\ncrisis:\n  name: Una\n$");
    }

    [Fact]
    public void A_file_that_is_not_YAML_is_not_touched()
    {
        var (files, faults) = Stamping.Missing(Files(English, "steps: ["u8.ToArray()), "es");

        files.ShouldBeEmpty();
        faults.ShouldHaveSingleItem().Spot.File.ShouldBe("respond/respond.es.yaml");
    }

    [Fact]
    public void Other_languages_stay_as_they_are() => Stamping.Missing(Files(English, Encoding.UTF8.GetBytes(Spanish)), "fr").Files.ShouldBeEmpty();

    private static string Text(string spanish) => Encoding.UTF8.GetString(Stamping.Missing(Files(English, Encoding.UTF8.GetBytes(spanish)), "es").Files.Single().Content.Span);

    private static string Printed(string step) =>
        Stamping.Missing(Files(English, Encoding.UTF8.GetBytes(Spanish)), "es").Files.Single().Stamps.Single(s => s.What == $"steps.{step}").Fingerprint;

    private static ScriptFile[] Files(string english, byte[] spanish) =>
        [new("respond/respond.yaml", Encoding.UTF8.GetBytes(english)), new("respond/respond.es.yaml", spanish)];
}
