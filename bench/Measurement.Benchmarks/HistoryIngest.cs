using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CliWrap;

namespace Bench.Measurement.Benchmarks;

/// <summary>
/// The whole process of <c>history add</c> with a run of 250 cases and 40 rounds, 10,000 samples with histograms and slices, into a
/// history that is new. The program must have been built before.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class HistoryIngest
{
    private const int Cases = 250;
    private const int Rounds = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-ingest-").FullName;
    private HistoryPlace? _place;
    private string _target = "";

    [Params("sqlite", "postgres")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Write()
    {
        LargeRun.Write(_folder, "large", Cases, Rounds, seed: 1);
        _place = new(Kind);
    }

    [IterationSetup]
    public void Begin() => _target = _place!.New();

    [GlobalCleanup]
    public void Delete()
    {
        _place!.Delete();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public async Task TenThousandSamples() =>
        await Cli.Wrap("dotnet")
            .WithArguments([LargeRun.Program, "history", "add", _folder, "--history", _target])
            .ExecuteAsync();
}
