namespace Microsoft.Bot.Schema;

/// <summary>Activity types that stay between a bot and its adapter (bot-framework-api.md 1).</summary>
public static class ActivityTypesEx
{
    /// <summary>Asks the adapter to wait; the value is in milliseconds.</summary>
    public const string Delay = "delay";

    /// <summary>Carries the answer to an invoke; its value is an InvokeResponse.</summary>
    public const string InvokeResponse = "invokeResponse";
}
