namespace Bench.Tests.Misbehaving;

/// <summary>Parameters of <see cref="Behaviour"/>.</summary>
public sealed record MannerParameters
{
    public Manner Manner { get; init; }

    /// <summary>Time that the iteration takes, ms.</summary>
    public int Milliseconds { get; init; } = 10;
}
