namespace Bench.Workloads;

/// <summary>A child has failed, on purpose.</summary>
public sealed class ChildFaultException : Exception
{
    public ChildFaultException() { }

    public ChildFaultException(string message)
        : base(message) { }

    public ChildFaultException(string message, Exception inner)
        : base(message, inner) { }
}
