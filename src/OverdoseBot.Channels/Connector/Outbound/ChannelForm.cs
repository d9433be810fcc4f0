using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Connector;

/// <summary>Gives a reply the form that its channel can show. The words stay as they are.</summary>
internal static class ChannelForm
{
    private const string Personal = "personal";

    /// <summary>Changes the reply for the channel and the kind of conversation it goes to.</summary>
    public static Activity Shape(Activity reply)
    {
        var rule = ChannelRule.Of(reply.ChannelId);
        if (!rule.KeepsGuide)
        {
            reply.ChannelData = null;
        }

        if (reply.SuggestedActions?.Actions is not { Count: > 0 } all)
        {
            return reply;
        }

        if (PageLinks.Elsewhere(all) is not { Count: > 0 } choices)
        {
            reply.SuggestedActions = null;
            return reply;
        }

        if (rule.Form == ChoiceForm.Buttons && choices.Count <= rule.MostButtons && (!rule.OnlyPersonal || IsPersonal(reply.Conversation)))
        {
            reply.SuggestedActions = new SuggestedActions { Actions = [.. choices.Select(c => Button(c, rule.Press))] };
            return reply;
        }

        // The SMS form has its choices in the text already.
        reply.SuggestedActions = null;
        if (rule.Form != ChoiceForm.Numbers)
        {
            reply.Text = string.Join('\n', choices.Select(c => c.Type == ActionTypes.OpenUrl ? $"- {c.Title}: {c.Value}" : "- " + c.Title).Prepend(reply.Text));
        }

        return reply;
    }

    private static bool IsPersonal(ConversationAccount conversation) =>
        conversation is { IsGroup: not true } && conversation.ConversationType is null or Personal;

    private static CardAction Button(CardAction choice, string press) => press == choice.Type || choice.Type == ActionTypes.OpenUrl
        ? choice
        : new CardAction { Type = press, Title = choice.Title, Value = choice.Title };
}
