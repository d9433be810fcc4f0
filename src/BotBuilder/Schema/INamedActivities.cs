namespace Microsoft.Bot.Schema;

/// <summary>A named signal (wire-protocols.md 1.2).</summary>
public interface IEventActivity : IActivity
{
    /// <summary>Which event it is; required on the wire.</summary>
    string Name { get; set; }

    /// <summary>Its payload.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}

/// <summary>A named request that expects a synchronous answer (bot-framework-api.md 3).</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>Which request it is.</summary>
    string Name { get; set; }

    /// <summary>Its payload.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}

/// <summary>Diagnostics for the emulator; does not count as an answer (bot-framework-api.md 4).</summary>
public interface ITraceActivity : IActivity
{
    /// <summary>What is traced.</summary>
    string Name { get; set; }

    /// <summary>A word for the person who reads it.</summary>
    string Label { get; set; }

    /// <summary>The type of <see cref="Value"/>.</summary>
    string ValueType { get; set; }

    /// <summary>What was seen.</summary>
    object Value { get; set; }

    /// <summary>Another conversation that it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
