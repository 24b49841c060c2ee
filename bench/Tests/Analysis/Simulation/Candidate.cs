namespace Bench.Tests.Analysis.Simulation;

/// <summary>A way of putting an interval around the centre of log ratios.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="Slow">True when it resamples, and so gets a tenth of the repetitions.</param>
/// <param name="Interval">The interval at a confidence level.</param>
internal sealed record Candidate(
    string Name,
    bool Slow,
    Func<double[], Random, Func<double, (double Low, double High)>> Interval
);
