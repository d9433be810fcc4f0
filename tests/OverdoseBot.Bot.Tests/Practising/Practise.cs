using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace OverdoseBot.Bot.Tests.Practising;

/// <summary>Somebody who practises: each turn on a record that was saved and loaded.</summary>
internal sealed class Practise(CaseRecord record)
{
    public CaseRecord Record { get; private set; } = record;

    public DateTimeOffset Now { get; private set; } = Given.Now;

    public IReadOnlyList<Activity> Sent { get; private set; } = [];

    public string Said => string.Join('\n', Sent.Select(a => a.Text));

    public JObject Guide => (JObject)((JObject)Sent[^1].ChannelData!)["guide"]!;

    public static async Task<Practise> BeginAsync(string scenario = "snoring", bool quick = false, bool sms = false, string language = "en")
    {
        var at = Given.At("drill/pace", sms) with { Language = language, LanguageAsked = true };
        var one = new Practise(at.With(["scene-" + scenario], Given.Now));
        await one.DoAsync(Given.Tap("drill/pace", quick ? "quick" : "timed"));
        return one;
    }

    /// <summary>A tap on a button of the practice.</summary>
    public Task<Practise> TapAsync(string answer) => DoAsync(Given.Message(m => m.Value = new JObject
    {
        ["step"] = Record.Drill is { } drill ? $"{drill.Case.Stack[0].Dialog}/{drill.Case.Stack[0].Step}" : "respond/breathing",
        ["answer"] = answer,
        ["drill"] = true,
    }));

    public Task<Practise> WriteAsync(string text) => DoAsync(Given.Text(text));

    /// <summary>The next clock rings when it is due.</summary>
    public async Task<TimeSpan> RingAsync()
    {
        var waited = Record.Alarms[0].Due - Now;
        Now = Record.Alarms[0].Due;
        await DoAsync(Clock.Ring());
        return waited;
    }

    public async Task<Practise> DoAsync(Activity activity, TimeSpan? later = null)
    {
        Now += later ?? TimeSpan.FromSeconds(1);
        var loaded = RecordJson.Read(RecordJson.Write(Record));
        var turn = await Shipped.Adapter().RunAsync(loaded, activity, Now);
        turn.Error.ShouldBeNull();
        (Record, Sent) = (turn.Record, turn.Outgoing);
        return this;
    }
}
