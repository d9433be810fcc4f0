using System.Text.Json;
using Microsoft.Playwright;

namespace OverdoseBot.EndToEnd;

/// <summary>axe-core over what is on the screen: WCAG 2.2 A and AA, good practice, and 7:1 for all text (sunlight).</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            rules: { 'color-contrast-enhanced': { enabled: true } },
          });
          return {
            passes: found.passes.length,
            violations: found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 90) + ' ' + n.failureSummary).join(' | ')),
          };
        }
        """;

    /// <summary>Fails on any violation; the number of rules that passed.</summary>
    public static async Task<int> CheckAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Paths.Axe));
        var found = await page.EvaluateAsync<JsonElement>(Run);
        var violations = found.GetProperty("violations").EnumerateArray().Select(v => v.GetString()).ToList();
        violations.ShouldBeEmpty();
        return found.GetProperty("passes").GetInt32();
    }
}
