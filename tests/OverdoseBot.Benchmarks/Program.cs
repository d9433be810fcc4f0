using System.Globalization;
using OverdoseBot.Benchmarks;
using OverdoseBot.Benchmarks.Http;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

// dotnet run -c Release --project tests/OverdoseBot.Benchmarks [-- SECONDS] [reading] [turns] [opinions] [path] [cold] [PROGRAM.dll]
// SECONDS a row, default 5; parts: default all; PROGRAM.dll: a published OverdoseBot, default the one built beside this
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [EchoServer.Verb, var address])
{
    await EchoServer.RunAsync(address);
    return 0;
}

var seconds = TimeSpan.FromSeconds(args.Select(a => double.TryParse(a, CultureInfo.InvariantCulture, out var s) ? s : 0).FirstOrDefault(s => s > 0, 5));
var program = args.FirstOrDefault(a => a.EndsWith(".dll", StringComparison.Ordinal)) ?? Contestant.Built;
var asked = args.Where(a => a != program && !double.TryParse(a, CultureInfo.InvariantCulture, out _)).ToArray();
if (asked.FirstOrDefault(a => a is not ("reading" or "turns" or "opinions" or "path" or "cold")) is { } unknown)
{
    Console.Error.WriteLine($"There is no part \"{unknown}\". Parts: reading, turns, opinions, path, cold; none: all.");
    return 1;
}

Console.WriteLine(Machine.Describe());
var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
if (Wanted("reading"))
{
    MessagesRead.Run(dialogs, seconds);
}

if (Wanted("turns") || Wanted("opinions"))
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
}

if (Wanted("path"))
{
    await WholePath.RunAsync(program, seconds);
}

if (Wanted("cold"))
{
    await ColdStart.RunAsync(program);
}

return 0;

bool Wanted(string part) => asked.Length == 0 || asked.Contains(part);
