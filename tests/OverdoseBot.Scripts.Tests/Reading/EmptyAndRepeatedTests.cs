using System.Text;
using OverdoseBot.Scripts.Tests.Rules;

namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>Lists without a message and names written twice are told where they stand, before any rule counts on them.</summary>
public sealed class EmptyAndRepeatedTests
{
    private const string Dialog = "respond/respond.yaml";
    private const string Spanish = "respond/respond.es.yaml";
    private const string Side = "say: Roll them on their side. Is the breathing still normal?";
    private const string Lado = "say: Ponga a la persona de lado. ¿Respira normal?";

    [Theory]
    [InlineData(Dialog, Side, "say: []", "OD0006", "This list of messages is empty.")]
    [InlineData(Dialog, Side, Side + "\n    sms: []", "OD0006", "This list of messages is empty.")]
    [InlineData(Dialog, "say: Someone will not wake up, or is not breathing right? Call {emergency} now. Is that happening now?", "say: []", "OD0006", "This list of messages is empty.")]
    [InlineData("everywhere.yaml", "say: Do what they say.", "say: []", "OD0006", "This list of messages is empty.")]
    [InlineData(Spanish, Lado, "say: []", "OD0047", "\"steps.side.say\" has another shape than the English.")]
    [InlineData(Dialog, Side, Side + "\n    say-when:\n      - { when: called, say: Stay. }\n      - { when: called, say: Look. }", "OD0003", "There are two variants for \"called\"; the second is never said.")]
    [InlineData("everywhere.yaml", "language: en", "language: en\npieces: { Not a: { else: x }, Not b: { else: y } }", "OD0006", "This must be one word of small letters, digits and hyphens.")]
    public void Are_faults(string path, string old, string now, string code, string message)
    {
        var load = ScriptLibrary.Load(Example.Valid("_spanish").Select(f => f.Path != path ? f : f with { Content = Changed(f, old, now) }));

        load.Faults.ShouldContain(f => f.Code == code && f.Message == message && f.Spot.File == path);
    }

    private static byte[] Changed(ScriptFile file, string old, string now)
    {
        var text = Encoding.UTF8.GetString(file.Content!.Value.Span);
        text.ShouldContain(old);
        return Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal));
    }
}
