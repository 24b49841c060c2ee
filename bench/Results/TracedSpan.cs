namespace Bench.Results;

/// <summary>A piece of an operation's time. Times are nanoseconds, as in its operation.</summary>
/// <param name="Name">The step; <c>backend</c> or <c>waking</c> (answered, but not yet gone on).</param>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end.</param>
public sealed record TracedSpan(string Name, long From, long Until)
{
    /// <summary>Name of the time between a backend's arrival of a call and its answer.</summary>
    public const string Backend = "backend";

    /// <summary>Name of the time between that answer and the moment in which its caller goes on.</summary>
    public const string Waking = "waking";
}
