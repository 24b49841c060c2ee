using System.Runtime.InteropServices;
using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;

namespace Bench.VirtualActors;

/// <summary>A grain owns the dictionary; callers are grains that await what it did for them.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private IHost _silo = null!;
    private Dictionary<int, long> _counts = [];
    private IOwner _owner = null!;
    private ICaller[] _callers = [];

    internal interface IOwner : IUnit
    {
        ValueTask<long> Do([Immutable] MapOperation operation);
    }

    internal interface ICaller : IUnit
    {
        Task CallOften();
    }

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _counts = [];
        _owner = _silo.Activate<IOwner>(1)[0];
        _callers = _silo.Activate<ICaller>(Parameters.Callers);
    }

    protected override void CallAll() => Task.WaitAll(_callers.Select(caller => caller.CallOften()));

    protected override void Close() => Units.Retire([_owner, .. _callers]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class OwnerGrain(Sharedmap lane) : UnitGrain(lane.Units), IOwner
    {
        private readonly Dictionary<int, long> _counts = lane._counts;

        public ValueTask<long> Do(MapOperation operation) =>
            new(
                operation.IsRead
                    ? operation.Sum(_counts)
                    : ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, operation.Key, out _)
            );
    }

    internal sealed class CallerGrain(Sharedmap lane) : UnitGrain(lane.Units), ICaller
    {
        public async Task CallOften()
        {
            var caller = lane.Callers[Key];
            while (caller.TryNext(out var operation))
            {
                caller.Take(await lane._owner.Do(operation));
            }
        }
    }
}
