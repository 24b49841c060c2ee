namespace Bench.DurableGrains;

/// <summary>The writes of one key, which is the grain's.</summary>
internal interface ILedger : IUnit
{
    /// <summary>Enters a number once, however often it is told to.</summary>
    /// <returns>Number of the node that the grain is on.</returns>
    Task<int> Write(long number);
}
