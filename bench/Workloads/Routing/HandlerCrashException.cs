namespace Bench.Workloads;

/// <summary>A handler has crashed, on purpose: what it knew of its calls is lost.</summary>
public sealed class HandlerCrashException : Exception
{
    public HandlerCrashException() { }

    public HandlerCrashException(string message)
        : base(message) { }

    public HandlerCrashException(string message, Exception inner)
        : base(message, inner) { }
}
