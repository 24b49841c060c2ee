namespace Bench.Workloads;

/// <summary>What awaits who comes to the mall.</summary>
public enum MallAnswer
{
    /// <summary>Nobody is there: the visitor will meet whoever comes next.</summary>
    Waits,

    /// <summary>Somebody waited: the two meet.</summary>
    Meets,

    /// <summary>All meetings of the game have been: nobody waits any more.</summary>
    IsClosed,
}
