using Microsoft.Bot.Schema;

namespace OverdoseBot.Channels.Connector;

/// <summary>Gives a reply the form that its channel can show. The words stay as they are.</summary>
internal static class ChannelForm
{
    private const string Personal = "personal";

    /// <summary>Whether the channel can show a reply as it is.</summary>
    public static bool Fits(Activity reply)
    {
        var rule = ChannelRule.Of(reply.ChannelId);
        return rule.KeepsGuide && (reply.SuggestedActions?.Actions is not { Count: > 0 } all || (Buttons(rule, reply, all.Count) && all.All(c => c.Type == rule.Press)));
    }

    /// <summary>Changes the reply for the channel and the kind of conversation it goes to.</summary>
    public static Activity Shape(Activity reply)
    {
        if (Fits(reply))
        {
            return reply;
        }

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

        if (Buttons(rule, reply, choices.Count))
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

    private static bool Buttons(ChannelRule rule, Activity reply, int choices) =>
        rule.Form == ChoiceForm.Buttons && choices <= rule.MostButtons && (!rule.OnlyPersonal || IsPersonal(reply.Conversation));

    private static bool IsPersonal(ConversationAccount conversation) =>
        conversation is { IsGroup: not true } && conversation.ConversationType is null or Personal;

    private static CardAction Button(CardAction choice, string press) => press == choice.Type || choice.Type == ActionTypes.OpenUrl
        ? choice
        : new CardAction { Type = press, Title = choice.Title, Value = choice.Title };
}
