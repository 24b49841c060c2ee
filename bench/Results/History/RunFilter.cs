namespace Bench.Results.History;

/// <summary>Which runs are asked for; every run by default.</summary>
/// <param name="Machine">Fingerprint of the machine; null for any.</param>
/// <param name="Since">Runs that began then or later; null for any.</param>
public sealed record RunFilter(string? Machine = null, DateTimeOffset? Since = null)
{
    /// <summary>Every run.</summary>
    public static RunFilter All { get; } = new();
}
