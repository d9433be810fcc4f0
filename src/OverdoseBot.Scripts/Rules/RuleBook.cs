using System.Collections.Immutable;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Scripts.Rules;

/// <summary>All rules. A rule that is not in this list does not hold.</summary>
internal static class RuleBook
{
    public static readonly ImmutableArray<Rule> All =
    [
        .. ((Rule[])
        [
            .. ReadingRules.All, .. TranslationRules.All,
            new StepsExist(), new AsidesExist(), new QuestionsSayWhatUnclearMeans(), new SilenceAndUnclearAreTheWorseAnswer(),
            new UnclearIsNeverCalmer(), new OnlyBegunDialogsEnd(), new NoDeadEnds(), new EveryStepIsReached(),
            new TheLostGoToAnEmergencyStep(), new NotBreathingMeansPushing(), new ShownAnswersAreUnderstood(),
            new TheCallLineHeadsEmergencies(), new EveryStartSaysTheNumber(), new OneQuestionAMessage(),
            new SmsFitsOneSegment(), new SmsStaysInItsAlphabet(), new ADigitIsOneFact(), new WrittenDigitsAreUnderstood(), new NoCarrierKeywords(), new NamedDrugsHavePlainWords(),
            new SourcesAreKnownAndUsed(), new HazardsHaveProof(), new WhatIsRememberedIsRead(), new NothingIsUnused(), new LinesExist(),
            new OnlyKnownSubstitutions(), new NoStigma(), new NoClaims(), new NoNames(), new WordsAreEasy(),
            new PromptsSlowDown(), new PushingIsNotInterrupted(), new TheBeatIsRight(), new TheDoseClockAsksAboutBreathing(), new EveryClockStops(), new AnswersAreListedOnce(),
            new ItsLanguageIsKnown(), new ProductsHaveTheirSteps(), new RegionsAreToldApart(), new LinesCanBeDialled(), new TheNumberStandsFirst(), new BracesAreFilled(), LineDates.Rule,
            new TheGuideIsWhole(), new DrillsAreWhole(),
            new TextsAreShort(), new TheMovesAreTheProtocols(), new TheStatesAreTheProtocols(), new WhatHoldsEverywhereIsTheProtocols(),
        ]).OrderBy(r => r.Code, StringComparer.Ordinal),
    ];

    public static Rule Of(string code) => All.First(r => r.Code == code);

    public static ImmutableArray<Fault> Check(Library library) => FaultList.Order(library.InAllLanguages().AsParallel().SelectMany(Faults));

    /// <summary>In a language whose words no rule knows, every other fault would be a guess.</summary>
    private static IEnumerable<Fault> Faults(Library library)
    {
        var faults = All.Where(r => r is ItsLanguageIsKnown || RuleWords.Of(library.Language) is not null).SelectMany(r => r.Check(library)).ToList();
        SmsTexts.Forget(library);
        return faults;
    }
}
