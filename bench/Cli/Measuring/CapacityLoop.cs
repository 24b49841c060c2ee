using Bench.Analysis;
using Bench.Analysis.Capacity;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>
/// Carries out a capacity run: a round is the next trial of every lane whose search is not over, in random order. What comes
/// next follows from the samples alone, so a resumed run goes on where it was.
/// </summary>
internal sealed class CapacityLoop(LiveRun run, IReadOnlyList<Lane> lanes)
{
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public RunEnd Measure(CancellationToken interrupted)
    {
        NewCapacityRun.Announce(run.Manifest);

        // A round that was begun before an interruption comes first: its trials have been chosen.
        var end =
            run.Manifest.ExtraRounds.Count == 0 ? RunEnd.Done : run.Measure(interrupted, announce: false);
        while (end == RunEnd.Done && Next() is { Count: > 0 } trials)
        {
            run.Extend($"capacity: {Words(trials)}", trials);
            end = run.Measure(interrupted, announce: false);
            run.Redraw();
        }

        return end;
    }

    private List<PlannedCase> Next()
    {
        var analysis = CapacityAnalysis.Of(run.Manifest, run.Samples)!;
        return
        [
            .. from lane in analysis.Lanes
            let next = lane.Next
            where next is not null
            select Case(lane.Target, next, analysis.Plan),
        ];
    }

    private PlannedCase Case(CapacityTarget target, NextTrial next, CapacityPlan plan)
    {
        var window = next.Stage switch
        {
            CaseStage.Search => plan.Search,
            CaseStage.Confirm => plan.Confirm,
            _ => plan.Overload,
        };
        var point = new LoadPoint(
            next.Load,
            next.Spike,
            window.WarmUpMilliseconds,
            window.MeasuredMilliseconds
        );
        var lane = lanes.First(lane =>
            lane.Workload.Id == target.Workload
            && lane.Model.Id == target.Model
            && lane.Variant == target.Variant
        );
        return (target.Parameters is { } described ? lane.SetTo(described) : lane).AtLoad(
            point,
            target.Terms,
            next.Stage
        );
    }

    private static string Words(List<PlannedCase> trials) =>
        string.Join(
            ", ",
            trials
                .CountBy(planned => planned.Stage!)
                .Select(stage => Quantities.Counted(stage.Value, $"{stage.Key} launch", "es"))
        );
}
