namespace Bench.Workloads;

/// <summary>How the service times of a backend are spread.</summary>
public enum ServiceDistribution
{
    /// <summary>Always the mean.</summary>
    Constant,

    /// <summary>Without memory: what queueing theory calls M.</summary>
    Exponential,

    /// <summary>The logarithm is normal: a long tail to the right, as real backends have it.</summary>
    Lognormal,
}
