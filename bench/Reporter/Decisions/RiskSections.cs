using Bench.Analysis.Decisions;
using Bench.Analysis.Pitfalls;

namespace Bench.Reporter.Decisions;

/// <summary>Faults that the considered models invite, as they were brought about on this machine.</summary>
internal static class RiskSections
{
    public static RecordSection Of(Decision decision)
    {
        var risks = decision
            .Options.SelectMany(option => option.Risks)
            .DistinctBy(finding => finding.Pitfall.Id)
            .ToList();
        return risks.Count == 0
            ? new("Risks", 3)
            {
                Paragraphs =
                [
                    "The pitfall lanes were not tried with this evidence, so nothing is said of the faults that each model invites: ./run.sh verify --pitfalls.",
                ],
            }
            : new("Risks", 3)
            {
                Paragraphs =
                [
                    "Faults that are easy to make with a model, brought about on purpose on this machine, and the same case done rightly beside. None is part of the options measured above; they say what a review and monitoring should look for.",
                ],
                Points = [.. risks.Select(Point)],
            };
    }

    private static Point Point(PitfallFinding finding) =>
        new(
            $"{finding.Pitfall.Control}: {finding.Pitfall.Title}",
            $"{finding.Pitfall.Wrong} In production: {finding.Pitfall.Seen} Instead: {finding.Pitfall.Mend} Tried here: {finding.Reason}."
        );
}
