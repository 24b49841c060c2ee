using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>
/// A lane cannot go on, for a reason that its message tells in one line, such as a child process that has died. The sample says so, and
/// the run goes on.
/// </summary>
public sealed class LaneFailureException : Exception
{
    public LaneFailureException() { }

    public LaneFailureException(string message)
        : base(message) { }

    public LaneFailureException(string message, Exception inner)
        : base(message, inner) { }

    /// <param name="status">What the sample's status is to be: see <see cref="SampleStatus"/>.</param>
    /// <param name="message">What happened, in one line.</param>
    public LaneFailureException(string status, string message)
        : base(message) => Status = status;

    /// <summary>What the sample's status is to be.</summary>
    public string Status { get; } = SampleStatus.Crashed;
}
