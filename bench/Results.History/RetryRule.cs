namespace Bench.Results.History;

/// <summary>How often a server that is away is tried.</summary>
/// <param name="Tries">Tries in all.</param>
/// <param name="FirstWait">Wait before the second try; each further one is twice as long.</param>
internal sealed record RetryRule(int Tries, TimeSpan FirstWait)
{
    /// <summary>Six tries, 15.5 s of waiting: long enough for a server to start anew.</summary>
    public static RetryRule Usual { get; } = new(6, TimeSpan.FromSeconds(0.5));
}
