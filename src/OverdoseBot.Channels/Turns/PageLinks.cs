using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels;

/// <summary>Links to pages of ours, which a turn writes as a path: only whoever serves knows where the pages are reached.</summary>
internal static class PageLinks
{
    /// <summary>Writes out the paths. Without an address they stay: the page that the chat is on knows what they are relative to.</summary>
    public static void Complete(IReadOnlyList<Activity> outgoing, Uri? pages)
    {
        if (pages is null)
        {
            return;
        }

        foreach (var link in outgoing.SelectMany(a => a.SuggestedActions?.Actions ?? []).Where(IsPath))
        {
            link.Value = pages.GetLeftPart(UriPartial.Path).TrimEnd('/') + link.Value;
        }
    }

    /// <summary>The choices that can be shown off our own page: a path would lead nowhere there.</summary>
    public static IList<CardAction> Elsewhere(IList<CardAction> choices) =>
        [.. choices.Where(c => !IsPath(c))];

    private static bool IsPath(CardAction choice) => choice.Type == ActionTypes.OpenUrl && (choice.Value as string)?.StartsWith('/') == true;
}
