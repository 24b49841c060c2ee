namespace Bench.VirtualActors;

/// <summary>What every grain of this model can be asked for. Its key is its number among its like.</summary>
internal interface IUnit : IGrainWithIntegerKey
{
    /// <summary>Does nothing: a grain that is called is activated.</summary>
    Task Awake();

    /// <summary>Asks the grain to be deactivated when it has nothing to do.</summary>
    Task Retire();
}
