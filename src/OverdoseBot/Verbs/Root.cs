using System.CommandLine;

namespace OverdoseBot.Verbs;

/// <summary>The verbs of the program.</summary>
internal static class Root
{
    public static RootCommand Command()
    {
        var root = new RootCommand(
            """
            OverdoseBot leads a frightened person through an opioid overdose, one short action at a time.
            DRAFT: no clinician has signed its text. In an emergency call your emergency number first.

            Without a verb it serves the chat page at http://localhost:3978. Settings come from environment variables, for example
            Journal__Connection="Data Source=my.db", Region=us, Language=en, Retention=24:00:00.
            """);
        ServeVerb.AddTo(root);
        root.Add(ChatVerb.Command());
        root.Add(CheckVerb.Command());
        root.Add(PathsVerb.Command());
        root.Add(ExplainVerb.Command());
        root.Add(LearnVerb.Command());
        root.Add(RecordVerb.Command());
        root.Add(PrintVerb.Command());
        return root;
    }

    /// <summary>The option that every verb which reads scripts has.</summary>
    public static Option<string> Dialogs() => new("--dialogs")
    {
        Description = "Folder with the scripts. Default: the scripts that ship with the program.",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "dialogs"),
    };
}
