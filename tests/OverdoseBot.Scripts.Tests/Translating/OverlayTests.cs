using System.Text;
using OverdoseBot.Scripts.Tests.Rules;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Scripts.Tests.Translating;

/// <summary>What a translation may say, and what it may not touch.</summary>
public sealed class OverlayTests
{
    private const string Dialog = "respond/respond.yaml";
    private const string Translation = "respond/respond.es.yaml";

    [Fact]
    public void The_care_is_the_English_one_and_the_words_are_not()
    {
        var library = Load([]).Library!;
        var (english, spanish) = (library.Scripts["respond"], library.In("es").Scripts["respond"]);

        spanish.Steps.Select(s => s.Place).ShouldBe(english.Steps.Select(s => s.Place));
        spanish.Steps.SelectMany(s => s.Answers).Select(a => (a.Word, a.Move.Kind, a.Move.To)).ShouldBe(english.Steps.SelectMany(s => s.Answers).Select(a => (a.Word, a.Move.Kind, a.Move.To)));
        spanish.Steps.Select(s => (s.Silence?.Web, s.Silence?.Sms, s.Pace)).ShouldBe(english.Steps.Select(s => (s.Silence?.Web, s.Silence?.Sms, s.Pace)));
        spanish.Steps.Select(s => s.Wording.Say[0]).Intersect(english.Steps.Select(s => s.Wording.Say[0])).ShouldBeEmpty();
        (library.Language, spanish.Language, library.In("es").Language).ShouldBe(("en", "es", "es"));
        library.In("es").Regions["us"].Emergency.ShouldBe("911");
    }

    [Fact]
    public void A_language_that_nobody_speaks_is_served_in_English() => Load([]).Library!.In("fr").Language.ShouldBe("en");

    [Fact]
    public void A_translation_may_add_a_shorter_form()
    {
        var spanish = Text(Translation).Replace("say: Mire el pecho. ¿No", "brief: Mire el pecho.\n    say: Mire el pecho. ¿No", StringComparison.Ordinal);

        Step(Load([(Translation, spanish)]).Library!.In("es"), "check").Wording.Brief.ShouldBe("Mire el pecho.");
    }

    [Fact]
    public void A_step_keeps_the_forms_that_its_English_has()
    {
        var english = Text(Dialog).Replace("say: Roll them on their side. Is", "sms: On the side. Breathing?\n    say: Roll them on their side. Is", StringComparison.Ordinal);

        Load([(Dialog, english)]).Faults.ShouldContain(f => f.Code == "OD0046" && f.Message.Contains("side.sms", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("normal: Normal", "normal: { web: Bien, sms: bien }", "Bien", "bien")]
    [InlineData("normal: Normal", "normal: Bien", "Bien", "bien")]
    public void A_choice_is_one_label_or_two(string from, string to, string web, string sms)
    {
        var choice = Step(Load([(Translation, Text(Translation).Replace(from, to, StringComparison.Ordinal))]).Library!.In("es"), "breathing").Choices[0];

        (choice.Answer, choice.Web, choice.Sms).ShouldBe(("normal", web, sms));
    }

    [Theory]
    [InlineData("normal: Normal", "normal: { web: Bien }", "\"steps.breathing.choices.normal\" is listed on SMS in the English, and \"es\" does the other.")]
    [InlineData("normal: Normal", "normal: { web: Bien, sms: null }", "\"steps.breathing.choices.normal\" is listed on SMS in the English, and \"es\" does the other.")]
    [InlineData("{ web: Pasa ahora }", "Pasa ahora", "\"steps.start.choices.happening\" is not listed on SMS in the English, and \"es\" does the other.")]
    public void A_choice_is_listed_on_SMS_in_both_or_in_none(string from, string to, string message) =>
        Faults([(Translation, Text(Translation).Replace(from, to, StringComparison.Ordinal))]).ShouldContain(("OD0057", message));

    [Fact]
    public void Variants_are_known_by_when_they_are_said()
    {
        const string English = "say: Push hard and fast in the middle of the chest, 2 a second.";
        const string Spanish = "say: Presione fuerte y rápido en el centro del pecho, 2 por segundo.";
        var english = Text(Dialog).Replace(English, English + "\n    say-when:\n      - { when: called, say: Push on. }\n      - { when: dose, say: Push now. }", StringComparison.Ordinal);
        var spanish = Text(Translation).Replace(Spanish, Spanish + "\n    say-when:\n      - { when: dose, say: Presione ya. }\n      - { when: called, say: Siga. }", StringComparison.Ordinal);

        var variants = Step(Load([(Dialog, english), (Translation, spanish)]).Library!.In("es"), "compressions").SayWhen;

        variants.Select(v => (v.When, v.Wording.Say[0])).ShouldBe([("called", "Siga."), ("dose", "Presione ya.")]);
    }

    [Theory]
    [InlineData("- { when: called, say: Siga. }", "OD0046", "The row \"when dose\" of \"steps.compressions.say-when\" has no words in \"es\".")]
    [InlineData("- { when: called, say: Siga. }\n      - { when: dose, say: Ya. }\n      - { when: awake, say: No. }", "OD0047", "The English \"steps.compressions.say-when\" has no row \"when awake\".")]
    public void Variants_are_all_there_and_no_more(string rows, string code, string message)
    {
        var english = Text(Dialog).Replace("2 a second.", "2 a second.\n    say-when:\n      - { when: called, say: Push on. }\n      - { when: dose, say: Push now. }", StringComparison.Ordinal);
        var spanish = Text(Translation).Replace("2 por segundo.", "2 por segundo.\n    say-when:\n      " + rows, StringComparison.Ordinal);

        Faults([(Dialog, english), (Translation, spanish)]).ShouldContain((code, message));
    }

    [Theory]
    [InlineData("{ child: 1 cada 3 segundos, deep: 5 cm, else: 1 cada 5 segundos }", null)]
    [InlineData("{ child: 1 cada 5 segundos, deep: 5 cm, else: 1 cada 5 segundos }", "The English says 3 here, and \"es\" does not.")]
    [InlineData("{ child: 1 cada 3 segundos, deep: 5 cm, else: una cada 5 segundos }", "The English says 1 here, and \"es\" does not.")]
    public void Pieces_keep_their_numbers_but_inches_may_become_centimetres(string spanish, string? message)
    {
        const string English = "pieces:\n  pace: { child: 1 every 3 seconds, deep: 2 inches, else: 1 every 5 seconds }\n";

        var faults = Faults([("everywhere.yaml", Text("everywhere.yaml") + English), ("everywhere.es.yaml", Text("everywhere.es.yaml") + $"pieces:\n  pace: {spanish}\n")]);

        faults.Select(f => f.Message).Contains(message).ShouldBe(message is not null);
        (faults.Length == 0).ShouldBe(message is null);
    }

    [Fact]
    public void A_translation_of_nothing_is_refused() =>
        Faults([("other/other.es.yaml", "language: es\n")]).ShouldContain(("OD0008", "There is no English file that this translates."));

    [Fact]
    public void A_file_that_nobody_translated_is_missing() => Load([(Translation, null)]).Faults.Select(f => (f.Spot.File, f.Code, f.Message))
        .ShouldContain((Translation, "OD0046", "This file is missing."));

    [Fact]
    public void A_file_without_words_needs_no_translation() => Load([("products.yaml", "{}\n")]).Ok.ShouldBeTrue();

    [Fact]
    public void Words_of_the_page_have_the_same_keys_in_every_language()
    {
        const string English = "a: One\npage.leave-to: https://example.org/\n";
        Faults([("words/en.yaml", English), ("words/es.yaml", "b: Dos\n")])
            .ShouldBe([("OD0046", "\"a\" has no words in \"es\"."), ("OD0047", "\"b\" is no word of words/en.yaml. Did you mean \"a\"?")], ignoreOrder: true);
        Load([("words/en.yaml", English), ("words/es.yaml", "a: Uno\n")]).Library!.In("es").Words["page.leave-to"].ShouldBe("https://example.org/");
    }

    [Theory]
    [InlineData("Push at {rate} a minute", "Empuja {ritmo} veces por minuto", "{rate}, {ritmo}")]
    [InlineData("Push 30 times", "Empuja 15 veces", "30, 15")]
    [InlineData("Push 30 times", "Empuja", "30")]
    [InlineData("Push", "Empuja {rate} veces", "{rate}")]
    public void Words_of_the_page_say_the_same_numbers_and_braces(string english, string spanish, string differ) =>
        Faults([("words/en.yaml", $"a: \"{english}\"\n"), ("words/es.yaml", $"a: \"{spanish}\"\n")]).ShouldBe([("OD0057", $"The English and \"es\" do not both say {differ} here.")]);

    private static (string Code, string Message)[] Faults((string, string?)[] files) => [.. Load(files).Faults.Select(f => (f.Code, f.Message))];

    /// <summary>The valid library in both languages with other files in it, stamped anew.</summary>
    private static LoadResult Load((string Path, string? Text)[] others)
    {
        List<ScriptFile> files = [.. Example.Valid("_spanish").Where(f => others.All(o => o.Path != f.Path))];
        files.AddRange(others.Where(o => o.Text is not null).Select(o => new ScriptFile(o.Path, Encoding.UTF8.GetBytes(Unstamped(o.Text!)))));
        var stamped = Stamping.Missing(files, "es").Files.ToDictionary(f => f.Path, f => f.Content);
        return ScriptLibrary.Read(files.Select(f => stamped.TryGetValue(f.Path, out var content) ? new ScriptFile(f.Path, content) : f));
    }

    private static string Unstamped(string text) => string.Join('\n', text.Split('\n').Where(l => !l.TrimStart().StartsWith("of: ", StringComparison.Ordinal)));

    private static string Text(string path) => Encoding.UTF8.GetString(Example.Valid("_spanish").Single(f => f.Path == path).Content!.Value.Span);

    private static Step Step(Library library, string name) => library.Find(new Place("respond", name))!;
}
