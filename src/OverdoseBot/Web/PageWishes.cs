using OverdoseBot.Scripts;

namespace OverdoseBot.Web;

/// <summary>Which page someone gets: what they chose (<c>?region=uk&amp;language=es</c>), else the language their browser asks for, else the settings'.</summary>
internal sealed class PageWishes(Library library, string region, string language)
{
    private const int MostLanguages = 8;

    public (string Region, string Language) Of(HttpRequest request)
    {
        var (wanted, spoken) = (request.Query["region"].ToString(), request.Query["language"].ToString());
        return (
            library.Regions.ContainsKey(wanted) ? wanted : region,
            Speaks(spoken) ? spoken : Asked(request) ?? language);
    }

    // The first language of the browser that the scripts speak, in the order they are written: browsers send the best first.
    private string? Asked(HttpRequest request) => request.Headers.AcceptLanguage.ToString().Split(',').Take(MostLanguages)
        .Select(l => l.Split(';', '-')[0].Trim().ToLowerInvariant()).FirstOrDefault(Speaks);

    private bool Speaks(string name) => name.Length > 0 && library.In(name).Language == name;
}
