using System.Security.Cryptography;
using System.Text;
using OverdoseBot.Scripts.Reading;

namespace OverdoseBot.Printing;

/// <summary>Names the very files that were reviewed: any change of a script, a word or a catalog changes it; phrases are not in it.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 over names and bytes, the first 20 digits.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ScriptFolder.Files(folder))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content?.Length}\n"));
            hash.AppendData((file.Content ?? default).Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }
}
