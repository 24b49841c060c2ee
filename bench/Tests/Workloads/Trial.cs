using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Tests.Workloads;

/// <summary>Runs an in-test lane as a process would, without the engine.</summary>
internal static class Trial
{
    private static readonly PlannedCase s_case = new()
    {
        Case = "trial",
        Workload = "any",
        Model = "any",
        Variant = "default",
        Terms = "equal",
        Parameters = new([]),
        Configuration = new([]),
        LimitSeconds = 60,
    };

    public static T Run<T>(T lane)
        where T : Workload
    {
        lane.BeginProcess();
        for (var iteration = 0; iteration < lane.WarmUpIterations + lane.Iterations; iteration++)
        {
            lane.BeginIteration();
            lane.Run();
            lane.EndIteration();
        }

        lane.EndProcess();
        return lane;
    }

    public static OperationCounts OperationsOf(Workload lane) => SampleOf(lane).Operations;

    public static Sample SampleOf(Workload lane) => lane.ToSample(s_case);
}
