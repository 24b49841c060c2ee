namespace Bench.Workloads;

/// <summary>A stage has failed on an item, on purpose.</summary>
public sealed class StageFaultException : Exception
{
    public StageFaultException() { }

    public StageFaultException(string message)
        : base(message) { }

    public StageFaultException(string message, Exception inner)
        : base(message, inner) { }

    internal StageFaultException(StageFault fault)
        : base($"{fault} fault") => Fault = fault;

    /// <summary>What kind of fault it is.</summary>
    public StageFault Fault { get; }
}
