using System.Runtime.InteropServices;
using OverdoseBot.Understanding.Examples;

namespace OverdoseBot.Understanding.Tests;

/// <summary>What the traits of a message say together is what adding them one by one gives, to the bit.</summary>
public sealed class TallyTests
{
    private const int Every = 61;

    private static readonly Lazy<Learned> s_learned = new(() => Lessons.Read(Home.Of("dialogs")));

    // Traits by their keys as the file lists them, without the table that is tested.
    private static readonly Lazy<Dictionary<ulong, sbyte[]>> s_marks = new(() => File.ReadLines(Home.Of("dialogs", "examples", "learned.txt"))
        .Select(line => line.Split('\t')).Where(cells => cells.Length == 2)
        .ToDictionary(cells => TraitKey.OfName(cells[0]), cells => MemoryMarshal.Cast<byte, sbyte>(Convert.FromBase64String(cells[1])).ToArray()));

    private static IEnumerable<Labelled> Some => Directory.GetFiles(Home.Of("dialogs", "examples"), "??-?.tsv").Order(StringComparer.Ordinal)
        .SelectMany(Labelled.LoadWhole).Where((_, i) => i % Every == 0);

    [Fact]
    public void Every_trait_counts_once_and_in_whole()
    {
        var tally = new Tally(s_learned.Value);
        var messages = 0;
        foreach (var message in Some)
        {
            var asked = Dialogs.Question(message.At);
            tally.Begin();
            var adder = new Adder(tally);
            Home.Readers.Tell(message.Text, asked, "en", ref adder, null);
            tally.Sum().ToArray().ShouldBe(Plainly(TraitList.Of(Home.Readers, new Example(asked, message.Text, "*", "*", "*", "*", "en"), new PartNames()).Select(t => t.Key)), message.Text);
            messages++;
        }

        messages.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Sums_of_very_many_traits_do_not_overflow()
    {
        // Far more than a message has: so many that sums of 16 bits would, and that the room must grow.
        var keys = s_marks.Value.OrderByDescending(trait => trait.Value[0]).Select(trait => trait.Key).Take(5000).ToList();
        var tally = new Tally(s_learned.Value);
        tally.Begin();
        foreach (var key in keys.Concat(keys).Append(12345UL))
        {
            tally.Take(key);
        }

        tally.Sum().ToArray().ShouldBe(Plainly(keys));
        tally.Sum()[0].ShouldBeGreaterThan(short.MaxValue);
    }

    [Fact]
    public void What_is_weighed_is_weighed_as_if_all_were()
    {
        var (learned, columns) = (s_learned.Value, s_learned.Value.Heads.Columns);
        var outputs = learned.Outputs;
        var tally = new Tally(learned);
        foreach (var question in learned.Heads.All.Where(head => head.Classes.Length > 1))
        {
            tally.Begin();
            foreach (var key in s_marks.Value.Keys.Skip(question.Index).Take(200))
            {
                tally.Take(key);
            }

            var scores = tally.Settle(question);
            var sums = tally.Sum().ToArray();
            for (var c = 0; c < columns; c++)
            {
                if (c < learned.Heads.Everywhere || (c >= question.First && c < question.First + question.Classes.Length))
                {
                    scores[c].ShouldBe(Plainly(outputs, sums, c), $"{question.Name}, column {c}");
                }
            }
        }
    }

    private static int[] Plainly(IEnumerable<ulong> keys)
    {
        var sums = new int[Learned.Units];
        foreach (var marks in keys.Distinct().Select(key => s_marks.Value.GetValueOrDefault(key)).OfType<sbyte[]>())
        {
            for (var unit = 0; unit < sums.Length; unit++)
            {
                sums[unit] += marks[unit];
            }
        }

        return sums;
    }

    private static float Plainly(Outputs outputs, int[] sums, int column)
    {
        var score = outputs.Rows[Learned.Units][column];
        for (var unit = 0; unit < sums.Length; unit++)
        {
            score += Learned.Passes(unit, sums[unit]) ? outputs.Rows[unit][column] * sums[unit] : 0;
        }

        return score;
    }
}
