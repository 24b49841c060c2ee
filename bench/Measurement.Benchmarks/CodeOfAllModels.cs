using Bench.Analysis.Code;
using Bench.Results;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace Bench.Measurement.Benchmarks;

/// <summary>Parsing and counting the code of every lane of nine models, as the reference run kept it.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 3, warmupCount: 0, iterationCount: 1)]
public class CodeOfAllModels
{
    private RunManifest _manifest = null!;
    private List<SourceFile> _sources = [];

    [GlobalSetup]
    public void Read()
    {
        var folder = new RunFolder(Path.Combine(LargeRun.Repository, "reports", "reference", "models"));
        _manifest = folder.ReadManifest();
        _sources = folder.ReadSources();
    }

    [Benchmark]
    public int Count()
    {
        var code = new LaneCode(_sources, _manifest);
        return _manifest
            .Cases.Select(planned => planned.Source)
            .Distinct()
            .Sum(path => code.MetricsOf(path)!.Statements);
    }
}
