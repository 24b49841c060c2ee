namespace Bench.Workloads;

/// <summary>Parameters of <see cref="Sharedmap"/>.</summary>
public sealed record SharedmapParameters
{
    /// <summary>Callers at once; each does its next operation when the one before has ended.</summary>
    public int Callers { get; init; } = 4;

    /// <summary>Keys that callers draw from.</summary>
    public int Keys { get; init; } = 1_000;

    /// <summary>How the keys are drawn.</summary>
    public KeyChoice KeyChoice { get; init; } = KeyChoice.Skewed;

    /// <summary>Operations that read, of a thousand; the rest count a key up by one.</summary>
    public int ReadsPerThousand { get; init; } = 990;

    /// <summary>Neighbouring keys that one read sums up: how long a reader keeps the map.</summary>
    public int KeysPerRead { get; init; } = 1;

    /// <summary>Time that the callers go on in one iteration, ms; an operation under way is done to its end.</summary>
    public int CallMilliseconds { get; init; } = 200;
}
