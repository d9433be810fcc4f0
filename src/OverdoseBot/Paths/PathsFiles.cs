namespace OverdoseBot.Paths;

/// <summary>The files that <c>paths</c> is told of, tried before a walk of minutes and not after it.</summary>
internal static class PathsFiles
{
    /// <summary>What is wrong with the first that cannot be used, in one line; null: nothing. What is in them stays.</summary>
    public static string? Wrong(PathsOrder order) =>
        Try("--golden", order.Golden, file => File.OpenRead(file).Dispose()) ?? Try("--out", order.Out, Write) ?? Try("--write-golden", order.WriteGolden, Write);

    private static string? Try(string option, string? file, Action<string> use)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            use(file);
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Cannot use {option} \"{file}\": {wrong.Message}";
        }
    }

    private static void Write(string file)
    {
        var isNew = !File.Exists(file);
        File.Open(file, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew)
        {
            File.Delete(file);
        }
    }
}
