using System.Collections.Immutable;

namespace OverdoseBot.Understanding.Examples;

/// <summary>One thing that the second reader weighs.</summary>
/// <param name="Name"><c>answer/breath-word</c>, <c>fact/word</c>, <c>intent</c> or <c>distress</c>.</param>
/// <param name="Classes">What it can be; a fact has one class: that it was told.</param>
/// <param name="First">Column of the first class.</param>
/// <param name="Index">Its place among the heads.</param>
internal sealed record Head(string Name, ImmutableArray<string> Classes, int First, int Index);

/// <summary>All heads, with their columns one behind the other.</summary>
internal sealed class Heads
{
    public const string Intent = "intent";
    public const string Distress = "distress";
    private readonly Dictionary<string, Head> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Head> _byAsked = new(StringComparer.Ordinal);

    public Heads(IEnumerable<(string Name, IEnumerable<string> Classes)> heads)
    {
        foreach (var (name, classes) in heads)
        {
            _byName.Add(name, new Head(name, [.. classes], Columns, _byName.Count));
            Columns += _byName[name].Classes.Length;
            if (name.StartsWith(AnswerPrefix, StringComparison.Ordinal))
            {
                _byAsked.Add(name[AnswerPrefix.Length..], _byName[name]);
            }
            else
            {
                Everywhere = Columns;
            }
        }

        All = [.. _byName.Values];
        (Intents, Feelings) = (Find(Intent), Find(Distress));
        Facts = [.. All.Where(h => h.Name.StartsWith(FactPrefix, StringComparison.Ordinal))];
    }

    private const string FactPrefix = "fact/";
    private const string AnswerPrefix = "answer/";

    public int Columns { get; }

    /// <summary>Behind the last column of what is weighed at every step.</summary>
    public int Everywhere { get; }

    public ImmutableArray<Head> All { get; }

    public ImmutableArray<Head> Facts { get; }

    /// <summary>What the writer wants.</summary>
    public Head? Intents { get; }

    /// <summary>How the writer is.</summary>
    public Head? Feelings { get; }

    public Head? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The head of a step's question by the first word that it asks for.</summary>
    public Head? AnswerTo(string firstAsked) => _byAsked.GetValueOrDefault(firstAsked);

    /// <summary>The name of the head of a step's question; the first word that a question asks for names it, so that questions about one thing share a head.</summary>
    public static string Answer(string firstAsked) => AnswerPrefix + firstAsked;

    public static string Fact(string word) => FactPrefix + word;
}
