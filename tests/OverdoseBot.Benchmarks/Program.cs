using System.Globalization;
using OverdoseBot.Benchmarks;
using OverdoseBot.Benchmarks.Http;
using OverdoseBot.Benchmarks.Load;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

// dotnet run -c Release --project tests/OverdoseBot.Benchmarks [-- SECONDS] [PART …] [PROGRAM.dll]
// Parts: reading turns opinions path cold · throughput growth streams alarms surge (what one machine carries: deploy/capacity.md)
// SECONDS a row, default 5; no part: all; PROGRAM.dll: a published OverdoseBot, default the one built beside this
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [EchoServer.Verb, var address])
{
    await EchoServer.RunAsync(address);
    return 0;
}

var seconds = TimeSpan.FromSeconds(args.Select(a => double.TryParse(a, CultureInfo.InvariantCulture, out var s) ? s : 0).FirstOrDefault(s => s > 0, 5));
var program = args.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.Ordinal)) ?? Contestant.Built;
string[] parts = ["reading", "turns", "opinions", "path", "cold", "throughput", "growth", "streams", "alarms", "surge"];
var asked = args.Where(a => a != program && !double.TryParse(a, CultureInfo.InvariantCulture, out _)).ToArray();
if (asked.FirstOrDefault(a => !parts.Contains(a)) is { } unknown)
{
    Console.Error.WriteLine($"There is no part \"{unknown}\". Parts: {string.Join(", ", parts)}; none: all.");
    return 1;
}

Console.WriteLine(Machine.Describe());
var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
if (Wanted("reading"))
{
    MessagesRead.Run(dialogs, seconds);
}

if (Wanted("turns") || Wanted("opinions") || Wanted("growth") || Wanted("alarms"))
{
    var loaded = ScriptLibrary.Load(dialogs);
    if (!loaded.Ok)
    {
        Console.Error.WriteLine("The scripts have faults: run the check verb.");
        return 1;
    }

    var reader = Readers.In(dialogs);
    var adapter = new TurnAdapter(loaded.Library, new OverdoseResponseBot(loaded.Library, reader));
    if (Wanted("turns"))
    {
        await PureTurns.RunAsync(adapter, seconds);
        await JournalledTurns.RunAsync(loaded.Library, adapter, seconds);
        await TextMessages.RunAsync(adapter);
    }

    if (Wanted("opinions"))
    {
        await BesideOpinions.RunAsync(loaded.Library, adapter, seconds);
    }

    if (Wanted("growth"))
    {
        await new Growth(loaded.Library, adapter, seconds).RunAsync();
    }

    if (Wanted("alarms"))
    {
        await new AlarmsDue(loaded.Library, adapter, program).RunAsync();
    }
}

if (Wanted("path"))
{
    await WholePath.RunAsync(program, seconds);
}

if (Wanted("cold"))
{
    await ColdStart.RunAsync(program);
}

// Last: these leave this process on a part of the machine.
if (Wanted("throughput"))
{
    await Throughput.RunAsync(program, seconds);
}

if (Wanted("streams"))
{
    await IdleStreams.RunAsync(program, seconds);
}

if (Wanted("surge"))
{
    await Surge.RunAsync(program, seconds);
}

return 0;

bool Wanted(string part) => asked.Length == 0 || asked.Contains(part);
