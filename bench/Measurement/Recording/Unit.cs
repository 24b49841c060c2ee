namespace Bench.Measurement.Recording;

/// <summary>One living unit.</summary>
public readonly record struct Unit : IDisposable
{
    private readonly UnitCounter _counter;

    internal Unit(UnitCounter counter) => _counter = counter;

    public void Dispose() => _counter.Ended();
}
