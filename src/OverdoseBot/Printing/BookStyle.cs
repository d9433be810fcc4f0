namespace OverdoseBot.Printing;

/// <summary>The style sheet of the book (<c>Printing/book.css</c>, embedded). It holds no "&lt;" and no "&gt;": it stands in well-formed XML.</summary>
internal static class BookStyle
{
    public static string Css { get; } = Read();

    private static string Read()
    {
        using var text = new StreamReader(typeof(BookStyle).Assembly.GetManifestResourceStream("Printing/book.css")!);
        return text.ReadToEnd();
    }
}
