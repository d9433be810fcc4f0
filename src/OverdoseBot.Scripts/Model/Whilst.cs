using System.Collections.Immutable;

namespace OverdoseBot.Scripts;

/// <summary>Answers of a step that lead elsewhere while a fact stands: who of two people woke up.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Answers">The answers, each one of the step's own.</param>
/// <param name="Spot">Where it is written.</param>
public sealed record Whilst(string Fact, ImmutableArray<Answer> Answers, Spot Spot);
