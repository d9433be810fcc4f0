namespace OverdoseBot.Understanding.Tests;

/// <summary>A ride, a goodbye and what both took look like a wish to die only where something else in the message speaks of dying.</summary>
public sealed class FarewellTests
{
    [Theory]
    [InlineData("respond/handover", "im going with him", "en", "calm")]
    [InlineData("respond/handover", "he died. im going with him", "en", "self-harm")]
    [InlineData("respond/handover", "if he dies im going with him", "en", "self-harm")]
    [InlineData("respond/handover", "me voy con ella", "es", "calm")]
    [InlineData("respond/handover", "se murió. me voy con él", "es", "self-harm")]
    [InlineData("after/start", "goodbye", "en", "calm")]
    [InlineData("after/start", "thanks bye", "en", "calm")]
    [InlineData("after/start", "i took them all. goodbye", "en", "self-harm")]
    [InlineData("after/start", "goodbye everyone", "en", "self-harm")]
    [InlineData("after/start", "adiós", "es", "calm")]
    [InlineData("after/start", "me las tomé todas. adiós", "es", "self-harm")]
    [InlineData("respond/start", "we both took too much", "en", "calm")]
    [InlineData("respond/start", "we both took them to die", "en", "self-harm")]
    [InlineData("respond/start", "los dos tomamos demasiado", "es", "calm")]
    [InlineData("respond/start", "los dos nos tomamos las pastillas para morir", "es", "self-harm")]
    public void Only_with_more_it_is_a_wish_to_die(string at, string text, string language, string distress) =>
        Home.Both.Read(text, Dialogs.Question(at), language).Distress.ShouldBe(distress);
}
