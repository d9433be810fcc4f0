using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>Where a conversation stood after a turn: enough to say, without its record, whether it may wait and what its emergency card says.</summary>
/// <param name="Place">The step.</param>
/// <param name="Region">Region id.</param>
/// <param name="Language">BCP 47 language.</param>
/// <param name="IsCalm">True: nobody is in danger there. The step prepares, practises or looks back.</param>
/// <param name="Practises">True: a practice is under way.</param>
public sealed record Standing(Place Place, string Region, string Language, bool IsCalm, bool Practises)
{
    /// <summary>Where a record stands; null: nowhere yet.</summary>
    public static Standing? Of(CaseRecord record, Library library)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(library);
        return record.Top() is { } place && library.Find(place) is { } step
            ? new(place, record.Region, record.Language, record.Drill is not null || IsCalmKind(step.Kind), record.Drill is not null)
            : null;
    }

    /// <summary>Whether nobody is in danger at steps of a kind.</summary>
    internal static bool IsCalmKind(StepKind kind) => kind is StepKind.Prepare or StepKind.Drill or StepKind.After;
}
