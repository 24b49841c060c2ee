using System.Reflection;
using System.Text.Json;
using Bench.Results;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;

namespace Bench.Measurement.Hosting;

/// <summary>Measures one case in this process under BenchmarkDotNet's engine and writes its sample.</summary>
internal static class SampleProcess
{
    /// <param name="model">The model's assembly.</param>
    /// <param name="requestPath">The file that says which case.</param>
    /// <param name="running">What the model runs on the calling thread; null for a model that cannot tell.</param>
    public static int Run(Assembly model, string requestPath, Func<object?>? running)
    {
        var request =
            JsonSerializer.Deserialize(File.ReadAllBytes(requestPath), HostingJson.Default.SampleRequest)
            ?? throw new InvalidOperationException($"{requestPath}: empty request");
        var planned = request.Case;
        var workload = Lanes
            .Of(model)
            .Single(lane => lane.Is(planned))
            .Create(planned, request.Seed, running);

        using var watchdog = Watchdog.Start(
            TimeSpan.FromSeconds(planned.LimitSeconds),
            new Runner(request.RunnerId),
            facts =>
            {
                // The sample first: a dump may fail in a process that is broken.
                Write(HungSample.Of(workload, planned, facts), request.SamplePath);
                if (request.RunnerId != 0 && WhoWaits.Dump(DumpPath(request.SamplePath)) is { } whyNot)
                {
                    Write(HungSample.Of(workload, planned, $"{facts}; {whyNot}"), request.SamplePath);
                }
            }
        );
        try
        {
            Measure(workload, planned);
            Write(workload.ToSample(planned), request.SamplePath);
            return 0;
        }
        catch (LaneFailureException error)
        {
            Write(
                FailedSample.Of(planned, error.Status, $"{error.Status}: {error.Message}"),
                request.SamplePath
            );
            return 1;
        }
    }

    /// <summary>Where a process that hung leaves its dump for the runner.</summary>
    public static string DumpPath(string samplePath) => $"{samplePath}.dump";

    private static void Measure(Workload workload, PlannedCase planned)
    {
        using var engine = new EngineFactory().CreateReadyToRun(Parameters(workload, planned));
        var results = engine.Run();
        using var host = new NoAcknowledgementConsoleHost();
        host.ReportResults(results);
    }

    private static EngineParameters Parameters(Workload workload, PlannedCase planned) =>
        new()
        {
            Host = new NoAcknowledgementConsoleHost(),
            BenchmarkName = planned.Key,
            TargetJob = Job
                .Default.WithStrategy(RunStrategy.Monitoring)
                .WithWarmupCount(workload.WarmUpIterations)
                .WithIterationCount(workload.Iterations)
                .WithInvocationCount(1)
                .WithUnrollFactor(1),
            GlobalSetupAction = workload.BeginProcess,
            GlobalCleanupAction = workload.EndProcess,
            IterationSetupAction = workload.BeginIteration,
            IterationCleanupAction = workload.EndIteration,
            WorkloadActionNoUnroll = _ => workload.Run(),
            WorkloadActionUnroll = _ => workload.Run(),
            OverheadActionNoUnroll = _ => { },
            OverheadActionUnroll = _ => { },
            Dummy1Action = () => { },
            Dummy2Action = () => { },
            Dummy3Action = () => { },
        };

    private static void Write(Sample sample, string path) =>
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(sample, ResultsJson.Default.Sample));
}
