namespace OverdoseBot.Scripts.Rules;

internal sealed class ADigitIsOneFact() : Rule("OD0027", "An SMS digit means one fact everywhere", "H-06",
    "a late or doubled digit must never be taken for another answer.")
{
    public override IEnumerable<Fault> Check(Library library)
    {
        foreach (var digit in library.Digits.GroupBy(d => d.Value).Where(g => g.Select(d => library.Fact(d.Key)).Distinct().Count() > 1))
        {
            var words = digit.Select(d => d.Key).Order(StringComparer.Ordinal).ToList();
            yield return Fault(library.Spots.GetValueOrDefault($"digits.{words[^1]}"), $"The digit {digit.Key} means {string.Join(" and ", words.Select(w => $"\"{w}\""))}.", "Give each fact a digit of its own.");
        }

        foreach (var fact in library.Digits.GroupBy(d => library.Fact(d.Key)).Where(g => g.Select(d => d.Value).Distinct().Count() > 1))
        {
            var words = fact.Select(d => d.Key).Order(StringComparer.Ordinal).ToList();
            yield return Fault(library.Spots.GetValueOrDefault($"digits.{words[^1]}"), $"The fact \"{fact.Key}\" has {fact.Count()} digits.", "Give it one.");
        }

        foreach (var (choice, step) in library.AllSteps().SelectMany(s => s.AllChoices().Select(c => (c, s))))
        {
            if (choice.Sms is not null && !library.Digits.ContainsKey(choice.Answer))
            {
                yield return Fault(choice.Spot ?? step.Spot, $"\"{choice.Answer}\" has an SMS label but no digit, so it is never listed.", "Give it a digit in everywhere.yaml, or write   { web: … }   without   sms:   .");
            }
        }
    }
}
