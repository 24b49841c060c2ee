namespace Bench.Workloads;

/// <summary>What an event does to the handler that gets it.</summary>
public enum HandlerFault
{
    None,

    /// <summary>The handler throws.</summary>
    Crash,

    /// <summary>The handler calls out and gets no answer.</summary>
    Hang,
}
