using System.Globalization;
using OverdoseBot.Chats;

namespace OverdoseBot.Bot.Tests.Chats;

/// <summary>The machine's culture changes no word of a chat.</summary>
public sealed class CultureTests
{
    private static readonly ChatPlayer _player = new(Shipped.Library, Shipped.Reader);

    public static TheoryData<string> Cultures => ["tr-TR", "ar-SA", "de-DE", "odd"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Every_chat_reads_the_same_in_any_culture(string name)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Named(name), Named(name));

        foreach (var chat in ChatFiles.Names())
        {
            (await _player.PageAsync(ChatFiles.Plan(chat))).ShouldRead(ChatFiles.Page(chat), chat + ".chat");
        }
    }

    // Cultures carry no data of their own in invariant mode; "odd" has signs that would show wherever one is used.
    private static CultureInfo Named(string name)
    {
        if (name != "odd")
        {
            return new CultureInfo(name);
        }

        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.NumberDecimalSeparator = "#";
        odd.NumberFormat.NumberGroupSeparator = "'";
        odd.DateTimeFormat.TimeSeparator = "h";
        odd.DateTimeFormat.DateSeparator = "!";
        return odd;
    }
}
