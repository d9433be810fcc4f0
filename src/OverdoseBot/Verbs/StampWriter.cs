using OverdoseBot.Scripts;
using OverdoseBot.Scripts.Translating;

namespace OverdoseBot.Verbs;

/// <summary><c>check --stamp</c>: writes which English new parts of a translation were made from.</summary>
internal static class StampWriter
{
    public static int Write(string dialogs, string language, TextWriter output, TextWriter errors)
    {
        if (!Directory.Exists(dialogs) || !Directory.EnumerateFiles(dialogs, $"*.{language}.yaml", SearchOption.AllDirectories).Any())
        {
            errors.WriteLine($"There is no translation named *.{language}.yaml in \"{dialogs}\". Name the folder with --dialogs.");
            return 1;
        }

        var (files, faults) = Stamping.Missing(dialogs, language);
        foreach (var fault in faults)
        {
            errors.WriteLine(FaultPrinter.Print(fault, dialogs));
        }

        foreach (var file in files)
        {
            File.WriteAllBytes(Path.Combine(dialogs, file.Path), file.Content.Span);
            foreach (var stamp in file.Stamps)
            {
                output.WriteLine($"{dialogs}/{stamp.Spot}  {stamp.What}  of: {stamp.Fingerprint}");
            }
        }

        output.WriteLine($"{files.Sum(f => f.Stamps.Length)} stamps written in {files.Length} files. Stamps that stood before are as they were.");
        return faults.IsEmpty ? 0 : 1;
    }
}
