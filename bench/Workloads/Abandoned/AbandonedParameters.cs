namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Abandoned"/>.</summary>
public sealed record AbandonedParameters
{
    /// <summary>Jobs, 1/s, evenly spaced; each has a pipeline of its own.</summary>
    public int JobsPerSecond { get; init; } = 100;

    /// <summary>Items that a job's source has to offer.</summary>
    public int ItemsPerJob { get; init; } = 64;

    /// <summary>The consumer of one job in so many goes away midway; the others take everything.</summary>
    public int LeavesOneIn { get; init; } = 2;

    /// <summary>Items that a consumer takes before it goes away.</summary>
    public int ItemsBeforeLeaving { get; init; } = 16;

    /// <summary>Items that may wait before the stage, and after it.</summary>
    public int Capacity { get; init; } = 4;

    /// <summary>What an item holds, bytes; small enough for the ordinary heap.</summary>
    public int PayloadBytes { get; init; } = 8_192;

    /// <summary>Processor work of the stage for an item, rounds of about 4 ns.</summary>
    public int StageRounds { get; init; } = 250;

    /// <summary>Load before anything counts, ms; its jobs are abandoned like the others.</summary>
    public int WarmUpMilliseconds { get; init; } = 250;

    /// <summary>Length of the counted window, ms.</summary>
    public int MeasuredMilliseconds { get; init; } = 2_500;
}
