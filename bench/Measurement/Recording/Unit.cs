using Bench.Measurement.Tracing;

namespace Bench.Measurement.Recording;

/// <summary>One living unit.</summary>
public readonly record struct Unit : IDisposable
{
    private readonly UnitCounter _counter;

    private readonly TracedUnit? _traced;

    internal Unit(UnitCounter counter, TracedUnit? traced) => (_counter, _traced) = (counter, traced);

    public void Dispose() => _counter.Left(_traced);
}
