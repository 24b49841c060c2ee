namespace Bench.Cli;

/// <summary>The user asked for something that cannot be done; the message says what, where and what next.</summary>
public sealed class UserException : Exception
{
    public UserException() { }

    public UserException(string message)
        : base(message) { }

    public UserException(string message, Exception innerException)
        : base(message, innerException) { }
}
