namespace Bench.Results;

/// <summary>How a sample's process ended.</summary>
public static class SampleStatus
{
    /// <summary>It ran to the end and its invariants held.</summary>
    public const string Measured = "measured";

    /// <summary>It ran to the end but lost, duplicated, reordered or miscounted something: never ranked.</summary>
    public const string Incorrect = "incorrect";

    /// <summary>The watchdog ended it at its time limit.</summary>
    public const string Hung = "hung";

    /// <summary>It died, was killed, or left no sample.</summary>
    public const string Crashed = "crashed";
}
