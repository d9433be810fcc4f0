namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Since options and results are of any type, a token passed in their place compiles; it is refused at run time.</summary>
internal static class Misplaced
{
    internal static void ThrowIfToken(object value, string parameter)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"A cancellation token was passed as {parameter}.");
        }
    }
}
