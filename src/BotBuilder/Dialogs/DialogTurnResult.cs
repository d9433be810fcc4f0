using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How a dialog's turn ended.</summary>
[DebuggerDisplay("[DialogTurnStatus.{Status}]{Result ?? string.Empty}")]
public class DialogTurnResult
{
    /// <summary>A turn that ended so.</summary>
    public DialogTurnResult(DialogTurnStatus status, object result = null)
    {
        (Status, Result) = (status, result);
    }

    /// <summary>What became of the stack.</summary>
    public DialogTurnStatus Status { get; set; }

    /// <summary>What the last dialog ended with.</summary>
    public object Result { get; set; }

    /// <summary>Whether the parent of the dialog was ended too.</summary>
    public bool ParentEnded { get; set; }
}

/// <summary>What became of the stack in a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>There was nothing on it.</summary>
    Empty,

    /// <summary>The active dialog waits for an answer.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>The dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>The last dialog ended and wants no other begun in this turn.</summary>
    CompleteAndWait,
}

/// <summary>Why a dialog's method is called.</summary>
public enum DialogReason
{
    /// <summary>It was begun.</summary>
    BeginCalled,

    /// <summary>An activity came.</summary>
    ContinueCalled,

    /// <summary>It ended, or one that it had begun ended.</summary>
    EndCalled,

    /// <summary>Another takes its place.</summary>
    ReplaceCalled,

    /// <summary>It was cancelled.</summary>
    CancelCalled,

    /// <summary>A step asked for the next one.</summary>
    NextCalled,
}
