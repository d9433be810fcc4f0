namespace OverdoseBot.Channels.Opinions;

/// <summary>What became of a question.</summary>
public enum OpinionOutcome
{
    /// <summary>Too many were waiting: it was never asked.</summary>
    Dropped,

    /// <summary>Half of its time was over before it could be asked, or all of it before the opinion was there.</summary>
    Late,

    /// <summary>The service is left alone: the breaker is open, or it asked for rest.</summary>
    NotAsked,

    /// <summary>The service failed, or what it said is no answer.</summary>
    Failed,

    /// <summary>The service refused this text.</summary>
    Refused,

    /// <summary>Not clearly negative.</summary>
    Calm,

    /// <summary>Distress, but nothing is to be offered any more: they wrote again, were offered a person already, or are with the crew.</summary>
    Nothing,

    /// <summary>Distress: a person was offered.</summary>
    Offered,
}
