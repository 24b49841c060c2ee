using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CliWrap;

namespace Bench.Measurement.Benchmarks;

/// <summary>
/// The whole process of <c>compare</c> on two runs of 200 cases and 30 rounds, made of the reference run's samples with
/// a little noise, histograms and slices included. The program must have been built before.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 10)]
public class CompareOfTwoRuns
{
    private const int Cases = 200;
    private const int Rounds = 30;

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-compare-").FullName;

    [GlobalSetup]
    public void Write()
    {
        LargeRun.Write(In("before"), "before", Cases, Rounds, seed: 1);
        LargeRun.Write(In("after"), "after", Cases, Rounds, seed: 2);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark]
    public async Task<int> WholeProcess()
    {
        var result = await Cli.Wrap("dotnet")
            .WithArguments([LargeRun.Program, "compare", In("before"), In("after")])
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return result.ExitCode is 0 or 3 or 4
            ? result.ExitCode
            : throw new InvalidOperationException($"compare ended with {result.ExitCode}");
    }

    private string In(string name) => Path.Combine(_folder, name);
}
