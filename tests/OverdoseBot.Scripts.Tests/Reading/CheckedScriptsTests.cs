using OverdoseBot.Scripts.Reading;
using OverdoseBot.Scripts.Tests.Rules;

namespace OverdoseBot.Scripts.Tests.Reading;

/// <summary>Nothing is served that was not checked: what passed before is known by its bytes alone.</summary>
public sealed class CheckedScriptsTests : IDisposable
{
    private const string Bad = "OD0037-no-claim-to-have-called";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("odb-checked-");
    private readonly string _mark;
    private readonly string _dialogs;
    private readonly CheckedScripts _known;

    public CheckedScriptsTests()
    {
        (_mark, _dialogs) = (Path.Combine(_folder.FullName, "mark"), Path.Combine(_folder.FullName, "dialogs"));
        _known = new(_mark);
        Write(Example.Valid());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_never_checked_is_checked()
    {
        Write(Faulty);
        ScriptLibrary.Load(_dialogs, _known).Faults.ShouldNotBeEmpty();
        File.Exists(_mark).ShouldBeFalse();
    }

    [Fact]
    public void What_passed_is_read_and_not_checked_again()
    {
        ScriptLibrary.LoadAnew(_dialogs, _known).Ok.ShouldBeTrue();
        ScriptLibrary.Load(_dialogs, _known).Ok.ShouldBeTrue();
        // A mark of scripts that break a rule, which nobody can make by checking them, shows that rules are not asked.
        Write(Faulty);
        _known.Keep(Faulty);
        ScriptLibrary.Load(_dialogs, _known).Ok.ShouldBeTrue();
        ScriptLibrary.LoadAnew(_dialogs, _known).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void One_byte_or_one_name_more_or_less_and_all_is_checked()
    {
        var files = Faulty;
        _known.Keep(files);
        _known.Has(files).ShouldBeTrue();
        _known.Has(files[1..]).ShouldBeFalse();
        _known.Has([files[0] with { Path = files[0].Path + "x" }, .. files[1..]]).ShouldBeFalse();
        _known.Has([files[0] with { Content = files[0].Content!.Value[1..] }, .. files[1..]]).ShouldBeFalse();
        _known.Has([files[0] with { Content = null }, .. files[1..]]).ShouldBeFalse();
        Write([.. files.Select(f => f with { Content = (byte[])[.. f.Content!.Value.Span, (byte)'\n'] })]);
        ScriptLibrary.Load(_dialogs, _known).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_mark_that_cannot_be_kept_or_says_something_else_means_a_check()
    {
        Directory.CreateDirectory(_mark);
        ScriptLibrary.LoadAnew(_dialogs, _known).Ok.ShouldBeTrue();
        _known.Has(Example.Valid()).ShouldBeFalse();
        Directory.GetFileSystemEntries(_folder.FullName).Order().ShouldBe([_dialogs, _mark]);
        Directory.Delete(_mark);
        File.WriteAllText(_mark, "ok");
        Write(Faulty);
        ScriptLibrary.Load(_dialogs, _known).Faults.ShouldNotBeEmpty();
    }

    private static List<ScriptFile> Faulty => [.. Example.Files(Bad)];

    private void Write(IEnumerable<ScriptFile> files)
    {
        foreach (var one in files)
        {
            var path = Path.Combine(_dialogs, one.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, one.Content!.Value.ToArray());
        }
    }
}
