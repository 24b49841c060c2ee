namespace Bench.Tests.Analysis.Capacity;

/// <summary>A way to find a capacity.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="Find">Searches a system with a number of launches; the interval (or none) and the trials that it took.</param>
internal sealed record CapacityMethod(
    string Name,
    Func<NoisySystem, int, ((double Value, double Low, double High)? Interval, int Trials)> Find
);
