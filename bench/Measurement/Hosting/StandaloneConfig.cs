using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;

namespace Bench.Measurement.Hosting;

/// <summary>How a model runs alone under BenchmarkDotNet: whole workloads, so one invocation an iteration.</summary>
internal static class StandaloneConfig
{
    public static IConfig Create() =>
        DefaultConfig
            .Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(400))
            .AddJob(
                Job.Default.WithStrategy(RunStrategy.Monitoring)
                    .WithLaunchCount(1)
                    .WithWarmupCount(1)
                    .WithIterationCount(3)
                    .AsDefault()
            );
}
