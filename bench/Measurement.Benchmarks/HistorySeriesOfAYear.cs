using Bench.Results;
using Bench.Results.History;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Bench.Measurement.Benchmarks;

/// <summary>Series of one metric out of a year of nightly runs: 365 runs of 250 cases, one round, 20 metrics.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class HistorySeriesOfAYear
{
    private const int Runs = 365;
    private const int Cases = 250;
    private const int Metrics = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-year-").FullName;
    private HistoryPlace? _place;
    private string _target = "";

    [Params("sqlite", "postgres")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Write()
    {
        LargeRun.Write(_folder, "night", Cases, rounds: 1, seed: 1);
        var folder = new RunFolder(_folder);
        var manifest = folder.ReadManifest();
        var samples = folder.ReadFigures("night", out _);
        _place = new(Kind);
        _target = _place.New();
        var store = Open();
        for (var day = 0; day < Runs; day++)
        {
            var run = $"night{day}";
            store.Add(
                manifest with
                {
                    Run = run,
                    StartedAt = manifest.StartedAt.AddDays(day),
                },
                samples.ConvertAll(sample => sample with { Run = run }),
                Values
            );
        }
    }

    [GlobalCleanup]
    public void Delete()
    {
        _place!.Delete();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opening included.</summary>
    [Benchmark]
    public IReadOnlyList<MetricSeries> OneMetricOfAllCases() => Open().Series(new() { Metric = "metric3" });

    /// <summary>Opening included.</summary>
    [Benchmark]
    public IReadOnlyList<MetricSeries> AllMetricsOfAllCases() => Open().Series(new());

    private IHistoryStore Open() => Histories.Open(_target, create: true, _ => { });

    private static IEnumerable<SampleValue> Values(RunManifest manifest, IReadOnlyList<Sample> samples) =>
        samples
            .Where(sample => sample.Replica == 0)
            .SelectMany(sample =>
                Enumerable
                    .Range(0, Metrics)
                    .Select(metric => new SampleValue(
                        sample.Case,
                        sample.Round,
                        $"metric{metric}",
                        sample.ThroughputPerSecond + metric
                    ))
            );
}
