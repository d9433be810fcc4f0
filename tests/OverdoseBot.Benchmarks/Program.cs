using System.Globalization;
using OverdoseBot.Benchmarks;
using OverdoseBot.Bot;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

// dotnet run -c Release --project tests/OverdoseBot.Benchmarks [-- SECONDS]   seconds a row, default 5
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var seconds = TimeSpan.FromSeconds(args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 5);
var dialogs = Path.Combine(AppContext.BaseDirectory, "dialogs");
var loaded = ScriptLibrary.Load(dialogs);
if (!loaded.Ok)
{
    Console.Error.WriteLine("The scripts have faults: run the check verb.");
    return 1;
}

const string Phrases = "phrases/en.yaml";
var reader = new Reader(PhraseBookReader.Read(File.ReadAllText(Path.Combine(dialogs, Phrases)), Phrases));
var adapter = new TurnAdapter(loaded.Library, new OverdoseResponseBot(loaded.Library, reader));
Console.WriteLine(Machine.Describe());
await PureTurns.RunAsync(adapter, seconds);
await JournalledTurns.RunAsync(loaded.Library, adapter, seconds);
return 0;
