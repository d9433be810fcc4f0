using System.Collections.Immutable;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts;

/// <summary>Whether the chats and tests exist that the hazard log names. Asked where the tests are: they do not ship.</summary>
public static class ProofFiles
{
    /// <summary>Proofs that name a chat or test class which is not there.</summary>
    /// <param name="library">The scripts.</param>
    /// <param name="tests">The folder <c>tests/</c>.</param>
    public static ImmutableArray<Fault> Missing(Library library, string tests)
    {
        ArgumentNullException.ThrowIfNull(library);
        var classes = Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        bool Exists(string proof) => proof.Split(':') switch
        {
            ["chat", var chat] => File.Exists(Path.Combine(tests, "chats", chat + ".chat")),
            ["test", var test] => classes.Contains(test),
            _ => true,
        };
        return
        [
            .. from hazard in library.Hazards.Values.OrderBy(h => h.Spot.Line)
               from control in hazard.Controls
               from proof in control.Proof
               where !Exists(proof)
               select RuleBook.Of("OD0031").Fault(control.Spot, $"A control of hazard {hazard.Id} is proved by \"{proof}\", which is not in {tests}.", "Name a chat or a test that is there."),
        ];
    }
}
