using OverdoseBot.Scripts.Rules;

namespace OverdoseBot.Scripts.Reading;

/// <summary>The line that says whether a clinician has signed the file.</summary>
internal static class ReviewReader
{
    public static Review Review(Node? node, FaultList faults)
    {
        if (Fields.Of(node, "reviewed", faults) is not { } fields)
        {
            return new Review("draft", null, null, null);
        }

        var status = fields.Need("status");
        var review = new Review(
            (status as ScalarNode)?.Value ?? "", faults.TextOrNull(fields.Need("by")), faults.DayOrNull(fields.Need("on")), faults.DayOrNull(fields.Need("next")));
        fields.NothingElse();
        if (status is not null && Wrong(review) is { } wrong)
        {
            faults.Add(ReadingRules.Review, fields.Spot, wrong,
                "Write   { status: draft, by: null, on: null, next: null }   or   { status: signed, by: name and office, on: day, next: day }   .");
        }

        return review;
    }

    private static string? Wrong(Review review) => review switch
    {
        { Status: "draft", By: null, On: null, Next: null } => null,
        { Status: "draft" } => "A draft names nobody and no day.",
        { Status: "signed", By: not null, On: not null, Next: not null } => review.Next > review.On ? null : "The next review must be after the signature.",
        { Status: "signed" } => "A signed file must say who signed it, when, and when it is looked at again.",
        _ => $"\"{review.Status}\" is not a state of review.",
    };
}
