using System.CommandLine;
namespace OverdoseBot.Verbs;
internal static class PathsVerb
{
    public static Command Command() => new("paths", "x");
}
