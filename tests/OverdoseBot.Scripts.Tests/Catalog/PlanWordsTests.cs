using System.Collections.Frozen;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Tests.Catalog;

/// <summary>Whatever is written in the plan stands behind its name, on paper and by text message.</summary>
public sealed class PlanWordsTests
{
    private static readonly Library _library = ScriptLibrary.Read(Shipped.Dialogs).Library!;

    [Fact]
    public void A_question_of_the_plan_without_its_name_is_a_fault()
    {
        var without = _library with { Words = _library.Words.Where(w => w.Key != "plan.item.kit").ToFrozenDictionary(StringComparer.Ordinal) };

        new TheGuideIsWhole().Check(without).ShouldHaveSingleItem().Message.ShouldBe("Nothing stands in front of what is written at step \"plan/kit\".");
        new TheGuideIsWhole().Check(_library).ShouldBeEmpty();
    }
}
