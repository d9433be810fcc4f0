using System.Security.Cryptography;

namespace OverdoseBot.Channels.DirectLine;

/// <summary>The signing key in a file that only its owner can read, made once, so that tokens survive a restart.</summary>
public static class SigningKeyFile
{
    /// <summary>The fewest bytes a key may have.</summary>
    public const int Fewest = 32;

    /// <summary>Reads the key, or makes it. Of two programs that start together one makes it and both read the same.</summary>
    /// <exception cref="IOException">The file cannot be read or written, or is not a key.</exception>
    public static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length >= Fewest ? key : throw new IOException($"'{path}' is too short for a key. Delete it: a new one is made, and open chats start anew.");
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var fresh = $"{path}.{Environment.ProcessId}";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(fresh, how))
        {
            file.Write(RandomNumberGenerator.GetBytes(Fewest));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(fresh, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(fresh);
        }
    }
}
