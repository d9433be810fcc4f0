namespace OverdoseBot.Scripts.Tests.Reading;

public sealed class ShippedDialogsTests
{
    [Fact]
    public void Are_read_without_a_fault()
    {
        var read = ScriptLibrary.Read(Shipped.Dialogs);

        string.Concat(read.Faults.Select(f => FaultPrinter.Print(f))).ShouldBe("");
        read.Library!.Scripts.Keys.ShouldBe(
            Directory.GetFiles(Shipped.Dialogs, "*.yaml", SearchOption.AllDirectories).Where(f => File.ReadLines(f).Any(l => l.StartsWith("dialog:", StringComparison.Ordinal))).Select(f => Path.GetFileName(f).Split('.')[0]).Distinct(),
            ignoreOrder: true);
    }

    [Fact]
    public void Have_no_fault()
    {
        var load = ScriptLibrary.Load(Shipped.Dialogs);

        string.Concat(load.Faults.Select(f => FaultPrinter.Print(f))).ShouldBe("");
    }
}
