namespace Bench.Results;

/// <summary>A run folder cannot be used; the message says what, where and what to do next.</summary>
public sealed class ResultsException : Exception
{
    public ResultsException() { }

    public ResultsException(string message)
        : base(message) { }

    public ResultsException(string message, Exception innerException)
        : base(message, innerException) { }
}
