namespace OverdoseBot.Channels.Opinions;

/// <summary>What came of asking the service.</summary>
public enum Verdict
{
    /// <summary>It is left alone: the breaker is open, or it asked for rest.</summary>
    NotAsked,

    /// <summary>It failed, or what it said is no answer.</summary>
    Failed,

    /// <summary>It refused this text.</summary>
    Refused,

    /// <summary>Not clearly negative.</summary>
    Calm,

    /// <summary>Clearly negative.</summary>
    Distress,
}
