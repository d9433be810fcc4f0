namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>The slips that people make most give one message each, at the place of the slip.</summary>
public sealed class KindsOfBadContentTests
{
    [Theory]
    [InlineData("OD0002-files-are-yaml", "This is not YAML")]
    [InlineData("OD0010-moves-lead-to-steps", "There is no step")]
    [InlineData("OD0046-a-translation-leaves-no-step-out", "has no words in \"es\"")]
    [InlineData("OD0001-files-are-utf-8", "This file is not UTF-8 text.")]
    [InlineData("OD0003-steps-have-one-name-each", "is written twice; it already stands in line")]
    [InlineData("OD0007-dialogs-have-one-name-each", "There are two dialogs named")]
    [InlineData("OD0017-no-circle-without-a-way-out", "These steps lead only to each other")]
    public void Gives_one_message(string example, string message)
    {
        var fault = Example.Faults(example).ShouldHaveSingleItem();

        fault.Message.ShouldContain(message);
        fault.Spot.File.ShouldEndWith(".yaml");
    }
}
