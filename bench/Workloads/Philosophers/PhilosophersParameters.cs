namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Philosophers"/>; the first two are Savina's.</summary>
public sealed record PhilosophersParameters
{
    /// <summary>Philosophers at the table, and forks: at least two.</summary>
    public int Philosophers { get; init; } = 20;

    /// <summary>Meals that each philosopher eats in one dinner.</summary>
    public int Meals { get; init; } = 10_000;

    /// <summary>Processor work of a meal, rounds of about 4 ns; none in Savina.</summary>
    public int MealRounds { get; init; }

    /// <summary>An iteration gives one dinner after the other for at least this long, ms.</summary>
    public int DineMilliseconds { get; init; } = 300;
}
