namespace OverdoseBot.Understanding.Tests;

/// <summary>Who types what a button says is read as if he had tapped it, at every step of the scripts that ship.</summary>
public sealed class ButtonTests
{
    [Fact]
    public void EveryButtonTypedIsItsAnswer()
    {
        var wrong = new List<string>();
        foreach (var step in Dialogs.Steps)
        {
            foreach (var button in Dialogs.Buttons(step))
            {
                foreach (var text in new[] { button.Web, button.Sms }.OfType<string>().Distinct())
                {
                    var reading = Home.Reader.Read(text, Dialogs.Of(step));
                    if (!Dialogs.IsAnswered(reading, button.Answer))
                    {
                        wrong.Add($"{step.Place.Dialog}/{step.Place.Step} \"{text}\" want {button.Answer} got {reading.Answer ?? "null"} [{string.Join(' ', reading.Heard)}] | {string.Join("; ", reading.Why)}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }
}
