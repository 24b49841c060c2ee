using System.Globalization;
using Bench.Results;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;

namespace Bench.Measurement.Runs;

/// <summary>BenchmarkDotNet's configuration for a run: silent, with our figures as columns.</summary>
internal static class RunConfig
{
    public static ImmutableConfig Create(string artifacts, IReadOnlyDictionary<string, Sample> samples) =>
        ImmutableConfigBuilder.Create(
            ManualConfig
                .CreateEmpty()
                .WithArtifactsPath(artifacts)
                .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.DontOverwriteResults)
                .AddLogger(NullLogger.Instance)
                .AddExporter(MarkdownExporter.GitHub)
                .AddColumnProvider(DefaultColumnProviders.Job)
                .AddColumnProvider(DefaultColumnProviders.Params)
                .AddColumn(Columns(samples))
        );

    private static IColumn[] Columns(IReadOnlyDictionary<string, Sample> samples) =>
        [
            new SampleColumn(
                "Throughput [1/s]",
                "operations ended per second",
                samples,
                sample => Text(sample.ThroughputPerSecond)
            ),
            new SampleColumn(
                "p50 [µs]",
                "median latency",
                samples,
                sample => Micro(sample.LatencyNanoseconds.P50)
            ),
            new SampleColumn(
                "p95 [µs]",
                "95th percentile",
                samples,
                sample => Micro(sample.LatencyNanoseconds.P95)
            ),
            new SampleColumn(
                "p99 [µs]",
                "99th percentile",
                samples,
                sample => Micro(sample.LatencyNanoseconds.P99)
            ),
            new SampleColumn(
                "Peak [MiB]",
                "highest resident memory of the process",
                samples,
                sample => Text(sample.MemoryBytes.PeakResident / 1048576.0)
            ),
            new SampleColumn(
                "Valid",
                "whether the sample may be used",
                samples,
                sample => sample.Valid ? "yes" : "no"
            ),
        ];

    private static string Micro(double? nanoseconds) => Text(nanoseconds / 1000);

    private static string Text(double? value) =>
        value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "-";
}
