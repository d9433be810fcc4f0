namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke. Its properties keep PascalCase on the wire (bot-framework-api.md 2).</summary>
public class InvokeResponse
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>The body, or null for none.</summary>
    public object Body { get; set; }
}
