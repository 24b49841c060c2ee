using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Correctness of a lane, without measuring: one iteration of its smallest case, in this process.</summary>
public static class Verification
{
    /// <summary>Runs the lane's smallest case once.</summary>
    /// <returns>Operations done, and what is wrong; nothing wrong when empty.</returns>
    public static (long Operations, IReadOnlyList<string> Problems) Check(Lane lane)
    {
        ArgumentNullException.ThrowIfNull(lane);
        var planned = lane.Smallest();
        var workload = lane.Create(planned, seed: 1);
        var work = Task.Factory.StartNew(
            () => Run(workload, planned),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        return Task.WaitAny([work], TimeSpan.FromSeconds(planned.LimitSeconds)) == 0
            ? work.GetAwaiter().GetResult()
            : (0, [$"no end after {planned.LimitSeconds:0} s; {workload.Units.Alive} units alive"]);
    }

    private static (long, IReadOnlyList<string>) Run(Workload workload, PlannedCase planned)
    {
        try
        {
            workload.BeginProcess();
            for (var iteration = 0; iteration <= workload.WarmUpIterations; iteration++)
            {
                workload.BeginIteration();
                workload.Run();
                workload.EndIteration();
            }

            workload.EndProcess();
        }
        catch (LaneFailureException error)
        {
            return (0, [error.Message]);
        }
        catch (Exception error)
        {
            return (0, [$"{error.GetType().Name}: {error.Message}"]);
        }

        var sample = workload.ToSample(planned);
        string[] problems =
        [
            .. workload.Violations,
            .. sample.Operations.AddUp ? Array.Empty<string>() : ["operations do not add up"],
            .. sample.Units.AliveAtEnd == 0
                ? Array.Empty<string>()
                : [$"{sample.Units.AliveAtEnd} units are still alive"],
        ];
        return (sample.Operations.Intended, problems);
    }
}
