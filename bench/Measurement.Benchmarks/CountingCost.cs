using Bench.Measurement.Recording;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Benchmarks;

/// <summary>What counting an operation in flight and a living unit costs.</summary>
[MemoryDiagnoser]
public class CountingCost
{
    private readonly InFlightGauge _inFlight = new();
    private readonly UnitCounter _units = new();

    [Benchmark]
    public void OperationInFlight()
    {
        _inFlight.Enter();
        _inFlight.Leave();
    }

    [Benchmark]
    public void UnitOfALane()
    {
        using var unit = _units.Enter();
    }
}
