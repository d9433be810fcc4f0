using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OverdoseBot.EndToEnd;

/// <summary>Pages that become paper.</summary>
internal static partial class Sheets
{
    /// <summary>How many sheets a PDF has.</summary>
    public static int Pages(this byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    /// <summary>Answers every question of the household plan, from 1 on.</summary>
    public static async Task FillInAsync(this IPage plan, Func<int, string> answer)
    {
        for (var i = 1; i <= 9; i++)
        {
            await plan.Locator(".q textarea:visible").FillAsync(answer(i));
            await plan.Locator("#next").ClickAsync();
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageObject();
}
