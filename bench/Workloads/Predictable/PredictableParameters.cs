namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Predictable"/>.</summary>
public sealed record PredictableParameters
{
    /// <summary>Streams of ticks, evenly staggered within a period; each has a unit of its own.</summary>
    public int Streams { get; init; } = 4;

    /// <summary>Time from one tick of a stream to its next, µs.</summary>
    public int PeriodMicroseconds { get; init; } = 5_000;

    /// <summary>Processor work of a tick, rounds of about 4 ns.</summary>
    public int TickRounds { get; init; } = 20_000;

    /// <summary>Units that do other work all the time, as the same model does it.</summary>
    public int OtherUnits { get; init; }

    /// <summary>Other work that a unit does in one go, rounds: between two, its model may turn to something else.</summary>
    public int OtherRounds { get; init; } = 50_000;

    /// <summary>Ticks before anything counts, ms.</summary>
    public int WarmUpMilliseconds { get; init; } = 250;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 3_750;
}
