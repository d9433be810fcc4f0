using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using OverdoseBot.Bot;

namespace OverdoseBot.Chats;

/// <summary>Writes a plan with what came of it in both forms: the page that people read and tests compare.</summary>
public static class ChatPage
{
    private const int ReadingColumn = 44;

    /// <summary>The page of a plan.</summary>
    public static string Write(
        ChatPlan plan, (IReadOnlyList<Played> Played, CaseRecord Record) web, (IReadOnlyList<Played> Played, CaseRecord Record) sms)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var page = new StringBuilder();
        var greeted = false;
        for (var i = 1; i < web.Played.Count; i++)
        {
            var (onWeb, onSms) = (web.Played[i], sms.Played[i]);
            if (!greeted && onWeb.Line is not ChatLine.Kept)
            {
                Replies(page, plan, web.Played[0], sms.Played[0]);
                greeted = true;
            }

            page.Append(LineOf(onWeb, onSms)).Append('\n');
            Replies(page, plan, onWeb, onSms);
        }

        var (end, endSms) = (Top(web.Record, plan), Top(sms.Record, plan));
        page.Append("= end ").Append(end).Append('\n');
        if (endSms != end)
        {
            page.Append("=sms end ").Append(endSms).Append('\n');
        }

        return page.ToString();
    }

    private static string LineOf(Played web, Played sms)
    {
        var text = web.Line switch
        {
            ChatLine.Kept kept => kept.Text,
            ChatLine.Later later => later.Text,
            ChatLine.TapsCall => "    tap the call button",
            ChatLine.Restart => "    restart the service",
            ChatLine.Hub hub => hub.Text,
            ChatLine.Writes writes => "> " + writes.Text,
            ChatLine.Taps { Step: null } tap => $"> [{tap.Label}]",
            ChatLine.Taps tap => $"> [{tap.Label} @ {tap.Step}]",
            _ => throw new ArgumentOutOfRangeException(nameof(web), web.Line, null),
        };
        if (web.Read is null)
        {
            return text;
        }

        var read = web.Read == sms.Read ? $"~ {web.Read}" : $"~ {web.Read}   ~sms {sms.Read}";
        return $"{text.PadRight(ReadingColumn)}  {read}";
    }

    private static void Replies(StringBuilder page, ChatPlan plan, Played web, Played sms)
    {
        foreach (var (mark, played) in new[] { ("<", web), ("<sms", sms) })
        {
            foreach (var reply in played.Replies)
            {
                page.Append(mark).Append(' ').Append(Text(reply, plan)).Append('\n');
            }

            if (played.Read is not null && played.Replies.IsEmpty)
            {
                page.Append(mark).Append(" (nothing)\n");
            }
        }
    }

    private static string Text(Reply reply, ChatPlan plan)
    {
        var guide = (JObject)((JObject)reply.Message.ChannelData)["guide"]!;
        var line = guide["line"] is JObject human ? $" [{human["name"]}: {human["call"]}]" : string.Empty;
        var buttons = string.Concat((reply.Message.SuggestedActions?.Actions ?? []).Select(b => $" [{b.Title}]"));
        var at = reply.RangAt is { } rang
            ? " at " + rang.ToOffset(plan.Header.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : string.Empty;
        var beside = guide["person"] is { } person ? $", {person}" : guide["handoff"] is { } state ? $", {state}" : string.Empty;
        return $"{reply.Message.Text}{line}{buttons}   ({Short((string)guide["step"]!, plan)}{beside}{at})";
    }

    private static string Top(CaseRecord record, ChatPlan plan) =>
        record.Stack is [var top, ..] ? Short($"{top.Dialog}/{top.Step}", plan) : "nowhere";

    private static string Short(string step, ChatPlan plan) =>
        step.StartsWith(plan.Header.Dialog + "/", StringComparison.Ordinal) ? step[(plan.Header.Dialog.Length + 1)..] : step;
}
