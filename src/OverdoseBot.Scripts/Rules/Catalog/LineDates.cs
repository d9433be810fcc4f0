using System.Collections.Immutable;
using System.Globalization;
using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts;

/// <summary>
/// Whether the numbers of the human lines have been checked in time. Asked by <c>check</c> before a release, with the day; never a reason
/// not to serve: a date that passes must not take the service down at night.
/// </summary>
public static class LineDates
{
    internal static readonly ReadingRule Rule = new("OD0055", "The number of every line has been checked in time, or somebody says why it may be shown", "H-21",
        "a number that is no longer answered is a door shut on a person in despair.");

    /// <summary>Lines that were never verified or are past their day, and that nobody has acknowledged.</summary>
    /// <param name="library">The scripts.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<Fault> Overdue(Library library, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(library);
        return
        [
            .. from line in library.Lines
               where line.Acknowledged is null
               let why = Why(line, today)
               where why is not null
               select Rule.Fault(line.Spot, why, "Call it, then write   verified:   and   check-by:   (90 days on); or say under   acknowledged:   why it may be shown."),
        ];
    }

    private static string? Why(HumanLine line, DateOnly today) => line switch
    {
        { Verified: null } => $"Nobody has ever checked the number of \"{line.Id}\".",
        { CheckBy: null } => $"Nothing says when the number of \"{line.Id}\" must be checked again.",
        { CheckBy: { } by } when by < today => string.Create(CultureInfo.InvariantCulture, $"The number of \"{line.Id}\" was to be checked by {by:yyyy-MM-dd}."),
        _ => null,
    };
}
