namespace OverdoseBot.Scripts.Tests.Phrases;

/// <summary>The places that phrase books name are in the scripts.</summary>
public sealed class PhrasePlacesTests
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Shipped.Dialogs, "phrases", "en.yaml"));
    private static readonly Library _library = ScriptLibrary.Read(Shipped.Dialogs).Library!;

    [Fact]
    public void The_shipped_books_name_no_place_that_is_not_there() =>
        PhrasePlaces.Unknown(PhraseBooks.In(Shipped.Dialogs).SelectMany(b => b.Places), _library).ShouldBeEmpty();

    [Theory]
    [InlineData("at: [respond/breaths]\n", "at: [respond/breath]\n", "respond/breath")]
    [InlineData("at: [respond/breaths]\n", "at: [respnd/*]\n", "respnd/*")]
    [InlineData("at: [respond/breaths]\n", "at: respnd\n", "respnd")]
    [InlineData("at: [respond/breaths]\n", "at: [respond/breaths/one]\n", "respond/breaths/one")]
    [InlineData("in: { after: dead }", "in: { affter: dead }", "affter")]
    [InlineData("counted-at: respond/recovery-position", "counted-at: respond/side", "respond/side")]
    public void One_that_is_not_there_is_a_fault_where_it_is_written(string old, string now, string place)
    {
        var at = _text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBePositive();
        var book = PhraseBookReader.Read(_text.Remove(at, old.Length).Insert(at, now), "phrases/en.yaml");

        var fault = PhrasePlaces.Unknown(book.Places, _library).ShouldHaveSingleItem();
        fault.Message.ShouldStartWith($"no script has '{place}'");
        (fault.File, fault.Line).ShouldBe(("phrases/en.yaml", _text[..at].Count(c => c == '\n') + 1));
    }

    [Theory]
    [InlineData("at: [respond/wake]")]
    [InlineData("at: [respond/*]")]
    [InlineData("at: respond")]
    public void Steps_and_whole_dialogs_are_known(string now)
    {
        const string Old = "at: [respond/breaths]";
        var at = _text.IndexOf(Old, StringComparison.Ordinal);

        PhrasePlaces.Unknown(PhraseBookReader.Read(_text.Remove(at, Old.Length).Insert(at, now), "x").Places, _library).ShouldBeEmpty();
    }
}
