using System.Text;

namespace OverdoseBot.Scripts.Tests.Rules;

/// <summary>What asks another step's question names a step that is there.</summary>
public sealed class AnsweredAtTests
{
    [Theory]
    [InlineData("everywhere.yaml", "answered-at: respond/breathing", "answered-at: respond/breath")]
    [InlineData("respond/respond.yaml", "answered-at: respond/wake", "answered-at: respond/waking")]
    public void It_is_a_step(string file, string now, string wrong)
    {
        var files = Directory.EnumerateFiles(Shipped.Dialogs, "*.yaml", SearchOption.AllDirectories)
            .Select(full => new ScriptFile(Path.GetRelativePath(Shipped.Dialogs, full).Replace('\\', '/'), File.ReadAllBytes(full)))
            .Where(f => !f.Path.StartsWith("phrases/", StringComparison.Ordinal) && !f.Path.StartsWith("feelings/", StringComparison.Ordinal))
            .Select(f => f.Path == file ? f with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Content!.Value.Span).Replace(now, wrong, StringComparison.Ordinal)) } : f);

        ScriptLibrary.Load(files).Faults.Select(f => f.Code).ShouldContain("OD0010");
    }
}
