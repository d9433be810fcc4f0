using System.Xml.Linq;
using OverdoseBot.Channels.Sms;
using OverdoseBot.Scripts;

namespace OverdoseBot.Sms.Tests;

/// <summary>What the provider answers while the service is down: <c>deploy/sms/fallback</c>.</summary>
public sealed class FallbackTests
{
    private static readonly string _folder = Path.Combine(Root(), "deploy", "sms", "fallback");

    [Fact]
    public void The_files_are_what_the_scripts_say_now()
    {
        var files = FallbackFile.All(SmsServer.Library).ToDictionary(f => f.Name, f => f.TwiML);

        Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)!).ShouldBe(files.Keys, ignoreOrder: true);
        foreach (var (name, twiml) in files)
        {
            File.ReadAllText(Path.Combine(_folder, name)).ShouldBe(twiml, $"{name} is old. Run: dotnet run --project src/OverdoseBot -- print --sms-fallback deploy/sms/fallback");
        }
    }

    [Fact]
    public void Each_calls_first_says_that_the_chat_is_down_and_fits()
    {
        foreach (var library in SmsServer.Library.InAllLanguages())
        {
            foreach (var region in library.Regions.Values)
            {
                var twiml = FallbackFile.All(SmsServer.Library).Single(f => f.Name == $"{region.Id}.{library.Language}.xml").TwiML;
                var texts = XDocument.Parse(twiml).Root!.Elements("Message").Select(m => m.Value).ToList();

                texts[0].ShouldContain(Gsm7.Fold(region.Emergency));
                texts[0].ShouldContain(Gsm7.Fold(library.Words["sms.down"]));
                texts.ShouldAllBe(t => Gsm7.FitsOne(t) && !t.Contains('{'));
                texts.Select((t, i) => t.EndsWith($"({i + 1}/{texts.Count})", StringComparison.Ordinal)).ShouldAllBe(numbered => numbered);
                texts.Count.ShouldBeLessThan(10);
            }
        }
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OverdoseBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
