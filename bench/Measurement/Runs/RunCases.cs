using System.Reflection;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;

namespace Bench.Measurement.Runs;

/// <summary>Launches as BenchmarkDotNet's benchmark cases: one job per round, one launch each, in our order.</summary>
internal static class RunCases
{
    private const string CaseParameter = "Case";

    public static BenchmarkRunInfo Of(
        IReadOnlyList<Launch> launches,
        IReadOnlyList<Lane> lanes,
        IToolchain toolchain,
        ImmutableConfig config
    )
    {
        var jobs = launches
            .Select(launch => launch.Round)
            .Distinct()
            .ToDictionary(round => round, round => Job(round, toolchain));
        var cases = launches
            .Select(launch =>
            {
                var lane = lanes.First(lane => lane.Is(launch.Case));
                return BenchmarkCase.Create(
                    DescriptorOf(lane.Type),
                    jobs[launch.Round],
                    Parameters(launch.Case.Key),
                    config
                );
            })
            .ToArray();
        return new BenchmarkRunInfo(cases, typeof(Workload), config);
    }

    /// <summary>The launch's key, from the round's job and the case's parameter.</summary>
    public static string KeyOf(BenchmarkCase benchmark) =>
        $"{benchmark.Job.Id["round".Length..]}:{CaseKeyOf(benchmark)}";

    public static string CaseKeyOf(BenchmarkCase benchmark) => (string)benchmark.Parameters[CaseParameter];

    private static Job Job(int round, IToolchain toolchain) =>
        new Job($"round{round}")
            .WithToolchain(toolchain)
            .WithStrategy(RunStrategy.Monitoring)
            .WithLaunchCount(1)
            .WithInvocationCount(1)
            .WithUnrollFactor(1);

    private static Descriptor DescriptorOf(Type type) =>
        new(type, type.GetMethod(nameof(Workload.Run), BindingFlags.Public | BindingFlags.Instance)!);

    private static ParameterInstances Parameters(string key) =>
        new([
#pragma warning disable CA2000 // the run info disposes its parameters
            new ParameterInstance(
                new ParameterDefinition(CaseParameter, false, [key], false, typeof(string), 0),
                key,
                SummaryStyle.Default.WithMaxParameterColumnWidth(int.MaxValue)
            ),
#pragma warning restore CA2000
        ]);
}
