namespace Bench.Tests.Misbehaving;

/// <summary>How a process behaves.</summary>
public enum Manner
{
    Well,
    Hang,
    Throw,
    ExitSilently,
    RunOutOfMemory,
    Lose,
}
