using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CliWrap;

namespace Bench.Measurement.Benchmarks;

/// <summary>
/// The whole process of <c>report</c> on a run of every case of the reference run and 30 rounds, made of its samples. The program must
/// have been built before.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class ReportOfAFullRun
{
    private const int Cases = 416;
    private const int Rounds = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-report-").FullName;

    [GlobalSetup]
    public void Write() => LargeRun.Write(_folder, "full", Cases, Rounds, seed: 1);

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public async Task WholeProcess() =>
        await Cli.Wrap("dotnet")
            .WithArguments([LargeRun.Program, "report", _folder])
            .WithEnvironmentVariables(variables => variables.Set("DOTNET_gcServer", "1")) // as run.sh does
            .ExecuteAsync();
}
