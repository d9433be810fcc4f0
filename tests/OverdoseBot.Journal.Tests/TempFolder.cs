namespace OverdoseBot.Journal.Tests;

/// <summary>A folder for one test's database, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("overdosebot-journal-");

    public string Database => Path.Combine(_folder.FullName, "journal.db");

    public string ConnectionString => $"Data Source={Database}";

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Whether any file of the folder, the write-ahead log included, holds these bytes.</summary>
    public bool Holds(byte[] needle) => _folder.EnumerateFiles("*", SearchOption.AllDirectories).Any(file =>
    {
        // Shared, since the journal has it open.
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false); // a log that is wiped meanwhile grows shorter
        return bytes.AsSpan(0, read).IndexOf(needle) >= 0;
    });

    public void Dispose() => _folder.Delete(recursive: true);
}
