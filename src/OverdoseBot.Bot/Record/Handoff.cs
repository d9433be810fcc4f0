namespace OverdoseBot.Bot;

/// <summary>A hand-off to a person that is asked for or under way.</summary>
/// <param name="Id">Its name within the conversation; no two hand-offs of a conversation have the same.</param>
/// <param name="Asked">When the person was asked for (UTC).</param>
/// <param name="Here">True once a person accepted and the writer was told: what is written goes to them too.</param>
public sealed record Handoff(string Id, DateTimeOffset Asked, bool Here);
