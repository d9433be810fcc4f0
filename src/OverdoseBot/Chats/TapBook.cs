using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OverdoseBot.Scripts;
using Place = OverdoseBot.Scripts.Place;

namespace OverdoseBot.Chats;

/// <summary>The buttons a person has been shown, and what a tap on one is: a value on the web, a digit or words on SMS.</summary>
internal sealed class TapBook(ChatPlan plan, Library library)
{
    private readonly List<CardAction> _shown = [];
    private IReadOnlyList<CardAction> _newest = [];

    public void Show(IReadOnlyList<Activity> messages)
    {
        foreach (var message in messages)
        {
            _newest = message.SuggestedActions?.Actions is { } actions ? [.. actions] : [];
            _shown.AddRange(_newest);
        }
    }

    public CardAction Button(ChatLine.Taps tap)
    {
        var among = tap.Step is null ? _newest : [.. _shown.Where(b => StepOf(b) == Full(tap.Step))];
        return among.LastOrDefault(b => b.Title == tap.Label) ?? throw new ChatPlanException(
            plan.File, tap.Number, $"There is no button [{tap.Label}]. Shown: {string.Join(' ', among.Select(b => $"[{b.Title}]"))}.");
    }

    /// <summary>The digit of the answer; where it has none, the button's own words.</summary>
    public string Text(ChatLine.Taps tap, Step asked)
    {
        var at = tap.Step is null ? asked.Place : Place.Parse(Full(tap.Step));
        var languages = library.InAllLanguages().ToList();
        var steps = languages.Select(l => l.Find(at)!).Concat(languages.SelectMany(Steps));
        var choice = steps.SelectMany(Choices).Concat(languages.Select(l => l.CallLine.Ask)).FirstOrDefault(c => c.Web == tap.Label);
        return choice is not null && library.Digits.TryGetValue(choice.Answer, out var digit) ? digit.ToString() : tap.Label;
    }

    private static IEnumerable<Step> Steps(Library library) =>
        library.Scripts.Values.OrderBy(s => s.Dialog, StringComparer.Ordinal).SelectMany(s => s.Steps);

    private static IEnumerable<Choice> Choices(Step step) =>
        step.Choices.Concat(step.SayWhen.Where(v => v.Choices is not null).SelectMany(v => v.Choices!.Value));

    private static string? StepOf(CardAction button) => (string?)(button.Value as JObject)?["step"];

    private string Full(string step) => step.Contains('/', StringComparison.Ordinal) ? step : $"{plan.Header.Dialog}/{step}";
}
