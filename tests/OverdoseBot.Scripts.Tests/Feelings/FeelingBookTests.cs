namespace OverdoseBot.Scripts.Tests.Feelings;

/// <summary>Every fault that a book of feelings can have is told with its place and what to do; all of them at once.</summary>
public sealed class FeelingBookTests
{
    private const string Valid =
        """
        language: en
        enough: 4
        enough-death: 4
        feelings:
          4: [scared, so sad]
        cries:
          2: [oh god]
        relief:
          3: [thank god]
        death:
          2: [no reason to go on]
        pleas: [please]
        stronger: [so]
        weaker: [bit]
        writer: [im]
        others: [he]
        plain: [ok]
        behaviour:
          shouting: 2
          marks: 1
          stretched: 1
          twice: 1
          thrice: 2
          same-message: 2
          begging: 2
        places:
          2: [bridge]
        """;

    [Fact]
    public void A_book_without_fault_is_read()
    {
        var book = FeelingBookReader.Read(Valid, "feelings/en.yaml");

        book.Words["scared"].ShouldBe(new Feeling(FeelingKinds.Felt, 4));
        book.Words["thank god"].Points.ShouldBe(-3);
        book.Death["no reason to go on"].Points.ShouldBe(2);
        book.Death["bridge"].ShouldBe(new Feeling(FeelingKinds.Place, 2));
        book.Behaviour.SameMessage.ShouldBe(2);
    }

    [Theory]
    [InlineData("enough: 4\n", "", "1:1 'enough:' is missing. Add it.")]
    [InlineData("enough: 4\n", "enough: many\n", "2:9 a whole number is expected here. Write it in digits.|2:9 points are 1 to 9. Write one of them.")]
    [InlineData("enough: 4\n", "enough: 10\n", "2:9 points are 1 to 9. Write one of them.")]
    [InlineData("cries:", "crise:", "1:1 'cries:' is missing. Add it.|6:1 'crise' is not known here. Use one of: language, enough, enough-death, death, places, behaviour, feelings, cries, relief, pleas, stronger, weaker, writer, others, plain.")]
    [InlineData("  4: [scared", "  12: [scared", "5:7 '12' is no number of points. Write 1 to 9 in front of the words.")]
    [InlineData("  4: [scared", "  much: [scared", "5:9 'much' is no number of points. Write 1 to 9 in front of the words.")]
    [InlineData("[scared, so sad]", "scared", "5:6 a list of words is expected here. Write each in a line of its own, behind a hyphen.")]
    [InlineData("pleas: [please]", "pleas: please", "12:8 a list of words is expected here. Write each in a line of its own, behind a hyphen.")]
    [InlineData("scared, so sad", "Scared, so sad", "5:7 'Scared' is not written as messages are read. Write it in small letters, without accents and signs.")]
    [InlineData("scared, so sad", "\"don’t\", so sad", "5:7 'don’t' is not written as messages are read. Write it in small letters, without accents and signs.")]
    [InlineData("scared, so sad", "scared, scared", "5:15 'scared' is here twice, so nobody can tell what it weighs. Take one of them out.")]
    [InlineData("[oh god]", "[scared]", "7:7 'scared' is here twice, so nobody can tell what it weighs. Take one of them out.")]
    [InlineData("[ok]", "[ok, ok]", "17:13 'ok' is here twice, so nobody can tell what it weighs. Take one of them out.")]
    [InlineData("[ok]", "[[ok]]", "17:9 a word is expected here. Write it, in quotes if it has a colon or a hash.")]
    [InlineData("feelings:\n  4: [scared, so sad]", "feelings: [scared]", "4:11 a mapping is expected here. Write 'name: value' lines below it.")]
    [InlineData("  same-message: 2\n", "", "19:3 'same-message:' is missing. Add it.")]
    [InlineData("  begging: 2", "  begging: 2\n  whispering: 1", "26:3 'whispering' is not known here. Use one of: shouting, marks, stretched, twice, thrice, same-message, begging.")]
    [InlineData("  shouting: 2", "  shouting: 0", "19:13 points are 1 to 9. Write one of them.")]
    public void Its_faults_are_told_with_their_place(string old, string now, string expected) => Faults(Once(old, now)).ShouldBe(expected.Split('|'), ignoreOrder: true);

    [Theory]
    [InlineData("")]
    [InlineData("- scared")]
    public void What_is_no_book_is_told(string text) => Faults(text).ShouldBe(["1:1 the feelings of a language are one mapping. Start it with 'language:'."]);

    [Fact]
    public void What_is_no_YAML_is_told() => Faults("feelings: [scared").ShouldHaveSingleItem().ShouldContain("this is not YAML");

    [Fact]
    public void Both_books_of_a_language_are_in_it()
    {
        var folder = Directory.CreateTempSubdirectory("feelings");
        try
        {
            foreach (var part in new[] { "phrases", "feelings" })
            {
                folder.CreateSubdirectory(part);
                foreach (var file in new[] { "en.yaml", "es.yaml" })
                {
                    File.Copy(Path.Combine(Shipped.Dialogs, part, part == "feelings" ? "en.yaml" : file), Path.Combine(folder.FullName, part, file));
                }
            }

            Should.Throw<PhraseBookException>(() => PhraseBooks.In(folder.FullName)).Faults.Select(f => f.ToString())
                .ShouldHaveSingleItem().ShouldContain("its language is 'en', and that of phrases/es.yaml is 'es'. Write the same in both.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Once(string old, string now) => Valid.Split(old) is [var before, var after]
        ? before + now + after
        : throw new InvalidDataException($"\"{old}\" does not stand there once.");

    private static IEnumerable<string> Faults(string text) =>
        Should.Throw<PhraseBookException>(() => FeelingBookReader.Read(text, "feelings/en.yaml")).Faults.Select(f => $"{f.Line}:{f.Column} {f.Message}");
}
