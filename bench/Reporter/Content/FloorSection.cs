using Bench.Analysis.Floors;
using Bench.Reporter.Tables;
using Bench.Results;

namespace Bench.Reporter.Content;

/// <summary>The lanes beside their models' public benchmarks.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Answer">How many are within the margin, and which are not.</param>
/// <param name="Paragraphs">How it was measured.</param>
/// <param name="Lanes">Each lane against the best public form.</param>
/// <param name="Remarks">What a reader must know beside the figures.</param>
/// <param name="Recordings">What recording adds.</param>
/// <param name="Forms">Every form and bare primitive.</param>
internal sealed record FloorSection(
    string Title,
    string Answer,
    IReadOnlyList<string> Paragraphs,
    Table Lanes,
    IReadOnlyList<Remark> Remarks,
    Table Recordings,
    Table Forms
)
{
    /// <summary>The section; none when the floors were not measured.</summary>
    public static IEnumerable<FloorSection> Of(FloorTrials? trials)
    {
        if (trials is null)
        {
            yield break;
        }

        var findings = FloorAnalysis.Of(trials);
        yield return new(
            "The lanes beside public benchmarks",
            $"{findings.Summary}.",
            [
                "No straw men: each lane is held against the public benchmarks of its own model, written anew in their form and measured side by side, "
                    + "in random order, each launch in a process of its own, with the same warm-up, window, size and process settings "
                    + $"({trials.Rounds} rounds, commit {trials.Commit ?? "unknown"}).",
                "Forms and lanes go through the same checks and are counted, not timed one by one; what timing and recording each operation adds in every other "
                    + "run has a table of its own. A form that keeps a processor busy while it waits, or is another kind of thing, is shown but not held against the lane.",
            ],
            FloorTables.Lanes(findings),
            [.. findings.Notes.Select(note => new Remark(Remark.Note, $"{note}."))],
            FloorTables.Recordings(findings),
            FloorTables.Forms(findings)
        );
    }
}
