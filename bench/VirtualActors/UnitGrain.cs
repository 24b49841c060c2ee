using Bench.Measurement.Recording;

namespace Bench.VirtualActors;

/// <summary>A grain that is counted from its activation to its deactivation.</summary>
/// <param name="units">Of the lane.</param>
internal abstract class UnitGrain(UnitCounter units) : Grain, IUnit
{
    /// <summary>Its number among its like.</summary>
    protected int Key => (int)this.GetPrimaryKeyLong();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        units.Started();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        units.Ended();
        return Task.CompletedTask;
    }

    public Task Awake() => Task.CompletedTask;

    public Task Retire()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
