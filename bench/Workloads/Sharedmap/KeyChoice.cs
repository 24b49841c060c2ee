namespace Bench.Workloads;

/// <summary>Which keys callers touch.</summary>
public enum KeyChoice
{
    /// <summary>Each as often as any other.</summary>
    Uniform,

    /// <summary>By Zipf's law: the key of rank r is drawn 1/r as often as the first.</summary>
    Skewed,
}
