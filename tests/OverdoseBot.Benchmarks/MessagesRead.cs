using System.Diagnostics;
using System.Text.RegularExpressions;
using OverdoseBot.Scripts;
using OverdoseBot.Understanding;

namespace OverdoseBot.Benchmarks;

/// <summary>How long a message takes to read, over all labelled messages of both languages, each at its step.</summary>
internal static class MessagesRead
{
    /// <summary>Ours, and beside it one compiled regular expression of the plain words of the same phrases, which reads far less.</summary>
    public static void Run(string dialogs, TimeSpan time)
    {
        var messages = Messages();
        var (readers, books) = (Readers.In(dialogs), PhraseBooks.In(dialogs));
        var words = books.SelectMany(b => b.Signals).SelectMany(s => s.Say).SelectMany(p => p.Split(' ', '|')).Where(w => w.Length > 2 && w.All(char.IsLetter)).Distinct().Order();
        var regex = new Regex($@"\b(?:{string.Join('|', words)})\b", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        Print("a message read (ours)", messages, m => readers.Read(m.Text, m.Asked, "en"), time);
        Print("its words found by one compiled Regex of the same phrases", messages, m => regex.Count(m.Text), time);
    }

    private static void Print<T>(string name, List<(Asked Asked, string Text)> messages, Func<(Asked Asked, string Text), T> read, TimeSpan time)
    {
        Pass(messages, read, time / 3);
        var (passes, seconds, bytes) = Pass(messages, read, time);
        var each = seconds / passes / messages.Count;
        Console.WriteLine($"{name,-62} {1 / each,10:N0} msgs/s   {each * 1e6,7:N2} µs  {bytes / passes / messages.Count,8:N0} B/message  ({messages.Count} messages, 1 thread)");
    }

    private static (int Passes, double Seconds, long Bytes) Pass<T>(List<(Asked Asked, string Text)> messages, Func<(Asked Asked, string Text), T> read, TimeSpan time)
    {
        var (passes, before, watch) = (0, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew());
        for (; watch.Elapsed < time; passes++)
        {
            foreach (var message in messages)
            {
                GC.KeepAlive(read(message));
            }
        }

        return (passes, watch.Elapsed.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private static List<(Asked Asked, string Text)> Messages() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "messages"), "*.tsv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(f => File.ReadLines(f).Skip(1)).Select(l => l.Split('\t')).Where(c => c.Length > 4).Select(c => (At(c[0]), c[1]))];

    // What was asked hardly changes the time; the words of the breathing question stand for all.
    private static Asked At(string at) => new(at.Split('/')[0], at.Split('/')[^1], ["normal", "slow", "none", "woke", "unclear"], "normal", "none");
}
