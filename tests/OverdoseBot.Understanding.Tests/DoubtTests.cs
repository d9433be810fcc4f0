namespace OverdoseBot.Understanding.Tests;

/// <summary>What a doubt is about: who doubts that somebody wakes, or that there is a spray, does not doubt the breathing.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("not sure")]
    [InlineData("i dont know if hes breathing")]
    [InlineData("i think hes breathing better")]
    [InlineData("idk")]
    [InlineData("no se si respira")]
    [InlineData("8")]
    public void OfTheBreathingOrOfNothingInParticular(string text) => Doubted(text).ShouldContain("none");

    [Theory]
    [InlineData("maybe shes waking up")]
    [InlineData("her eyes are open a little")]
    [InlineData("i think theres narcan somewhere")]
    [InlineData("she moaned")]
    [InlineData("creo que ya se desperto")]
    [InlineData("creo que hay narcan por ahi")]
    public void OfSomethingElse(string text) => Doubted(text).ShouldNotContain("none");

    private static IReadOnlyList<string> Doubted(string text)
    {
        var reading = Home.Both.Read(text, Steps.At("respond/breaths"), "en");
        reading.Heard.Append(reading.Answer).ShouldNotContain("normal");
        return reading.Doubted;
    }
}
