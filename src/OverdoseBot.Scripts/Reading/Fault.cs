namespace OverdoseBot.Scripts;

/// <summary>Something wrong in <c>dialogs/</c>, told so that the person who wrote it can put it right.</summary>
/// <param name="Code">The rule's code (<c>OD0012</c>).</param>
/// <param name="Spot">Where.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Hazard">The hazard that the rule controls (<c>hazards.yaml</c>).</param>
public sealed record Fault(string Code, Spot Spot, string Message, string Remedy, string? Hazard);
