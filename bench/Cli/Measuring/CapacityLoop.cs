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
/// <param name="run">The run.</param>
/// <param name="lanes">The lanes.</param>
/// <param name="fits">Whether there is time for these trials; null for always. With a limit nothing is drawn between rounds.</param>
/// <param name="first">Lanes that are searched to the end before the others begin; null for all at once.</param>
internal sealed class CapacityLoop(
    LiveRun run,
    IReadOnlyList<Lane> lanes,
    Func<IReadOnlyList<PlannedCase>, bool>? fits = null,
    Func<CapacityTarget, bool>? first = null
)
{
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public RunEnd Measure(CancellationToken interrupted)
    {
        NewCapacityRun.Announce(run.Manifest);

        // A round that was begun before an interruption comes first: its trials have been chosen.
        var end =
            run.Manifest.ExtraRounds.Count == 0 ? RunEnd.Done : run.Measure(interrupted, announce: false);
        while (end == RunEnd.Done && Next() is { Count: > 0 } trials && fits?.Invoke(trials) != false)
        {
            run.Extend($"capacity: {Words(trials)}", trials);
            end = run.Measure(interrupted, announce: false);
            if (fits is null)
            {
                run.Redraw();
            }
        }

        return end;
    }

    private List<PlannedCase> Next()
    {
        var analysis = CapacityAnalysis.Of(run.Manifest, run.Samples)!;
        var open = analysis.Lanes.Where(lane => lane.Next is not null).ToList();
        var ahead = first is null ? [] : open.FindAll(lane => first(lane.Target));
        return (ahead.Count > 0 ? ahead : open).ConvertAll(lane =>
            Case(lane.Target, lane.Next!, analysis.Plan)
        );
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
