namespace OverdoseBot.Bot;

/// <summary>What is not to be kept any more of a conversation and of the turn that says so.</summary>
public enum Forgets
{
    /// <summary>All is kept as usual.</summary>
    Nothing,

    /// <summary>Words go, this turn's too; the record stays, because somebody may be dying and its clocks run.</summary>
    Words,

    /// <summary>Words go and the record says nothing of anybody; where its messages went is not kept either.</summary>
    All,
}
