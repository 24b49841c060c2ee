using Bench.Analysis;
using Bench.Reporter.Charts;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Pictures;

/// <summary>Some operations of every traced lane from beginning to end.</summary>
internal static class OperationsPicture
{
    private const string Title = "Where does an operation's time go? Some operations from beginning to end";

    public static Picture? Of(Scenario scenario)
    {
        var lanes = TracingCost
            .Pairs(scenario)
            .Select(pair => pair.Traced)
            .Where(ArmWords.IsShown)
            .Select(Rows)
            .Where(rows => rows.Operations.Count > 0)
            .ToList();
        if (lanes.Count == 0)
        {
            return null;
        }

        var place = ScenarioWords.Full(scenario);
        return new(
            $"{ScenarioWords.Slug(scenario)}-operations",
            Title,
            $"{Title}, {place}. {string.Join(" ", lanes.Select(Say))}",
            "Each line is one operation of the last round, from the moment it was meant to start until it ended; they were taken in a row from the middle of the window. Thick parts are steps of "
                + "the workload, hatched ones the backend's, short dark ones answers that nobody had taken up yet; along the thin line it waited. Steps shorter than a pixel are drawn as one.",
            Theme.Width,
            OperationsChart.Height(lanes, place),
            OperationsChart.Draw(Title, place, lanes)
        );
    }

    private static OperationRows Rows(Arm arm) =>
        new(
            ArmName.Of(arm),
            arm.Samples.Select(sample => sample.Trace?.Operations ?? [])
                .LastOrDefault(operations => operations.Count > 0, [])
        );

    private static string Say(OperationRows rows)
    {
        var total = rows.Operations.Sum(operation => (double)(operation.Until - operation.From));
        var mean = total / rows.Operations.Count;
        string[] parts =
        [
            $"{Share(span => span.Name is not (TracedSpan.Backend or TracedSpan.Waking))} in steps",
            $"{Share(span => span.Name == TracedSpan.Backend)} at the backend",
            $"{Share(span => span.Name == TracedSpan.Waking)} answered and not gone on",
        ];
        return $"{rows.Name}: {Quantities.Counted(rows.Operations.Count, "operation")} of {Quantities.Format(mean, Unit.Nanoseconds)} on average, {string.Join(", ", parts)}, the rest waiting.";

        string Share(Func<TracedSpan, bool> which) =>
            Quantities.Format(
                rows.Operations.SelectMany(operation => operation.Spans)
                    .Where(which)
                    .Sum(span => (double)(span.Until - span.From)) / total,
                Unit.Fraction
            );
    }
}
