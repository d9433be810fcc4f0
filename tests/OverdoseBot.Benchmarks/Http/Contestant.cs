using System.Diagnostics;

namespace OverdoseBot.Benchmarks.Http;

/// <summary>A server that speaks enough of Direct Line 3.0 to be measured by the same visitors.</summary>
/// <param name="Name">As printed.</param>
/// <param name="IsJournalled">Whether what it answered must be found in its journal after <c>kill -9</c>.</param>
/// <param name="Start">How it is started: address and journal connection in, process out.</param>
internal sealed record Contestant(string Name, bool IsJournalled, Func<Uri, string, ProcessStartInfo> Start)
{
    private static readonly DirectoryInfo _bin = new(AppContext.BaseDirectory);

    /// <summary>The program as built beside this one.</summary>
    public static string Built { get; } = Path.Combine(_bin.Parent!.Parent!.FullName, "OverdoseBot", _bin.Name, "OverdoseBot.dll");

    /// <summary>The floor: the same web server and sockets without tokens, bot and journal.</summary>
    public static Contestant Echo { get; } = new("bare Kestrel echo (no bot, no journal)", false, (address, _) =>
        Dotnet(typeof(EchoServer).Assembly.Location, EchoServer.Verb, address.ToString()));

    /// <summary>Everyone in the comparison; another bot joins here.</summary>
    public static IReadOnlyList<Contestant> All(string program) => [Ours(program), Echo];

    /// <summary>The program as shipped, but for the rate limit: all visitors come from one address.</summary>
    public static ProcessStartInfo Serve(string program, Uri address, string journal)
    {
        var start = Dotnet(program, "serve", "--urls", address.ToString());
        start.Environment["Journal__Connection"] = journal;
        start.Environment["RateLimit__Enabled"] = "false";
        // As the image sets it.
        start.Environment["DOTNET_GCgen0size"] = "0x4000000";
        return start;
    }

    private static Contestant Ours(string program) =>
        new($"OverdoseBot ({(program == Built ? "Release build" : program)})", true, (address, journal) => Serve(program, address, journal));

    private static ProcessStartInfo Dotnet(params string[] arguments) => new("dotnet", arguments);
}
