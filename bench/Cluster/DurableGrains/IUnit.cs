namespace Bench.DurableGrains;

/// <summary>What every grain of this model can be asked for. Its key is its number among its like.</summary>
internal interface IUnit : IGrainWithIntegerKey
{
    /// <summary>Makes it be there, in memory and in the database, where it is written again when it is there already.</summary>
    Task Awake();
}
