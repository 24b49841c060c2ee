using Bench.Measurement.Hosting;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

/// <summary>
/// A grain per creature and one for the mall, which answers both of two when they meet. It is reentrant: whoever came first awaits
/// its answer while the second comes.
/// </summary>
public class Chameneos : Workloads.Chameneos
{
    private IHost _silo = null!;
    private IMall _mall = null!;
    private ICreature[] _grains = [];

    internal interface IMall : IUnit
    {
        /// <returns>Null when the mall is closed.</returns>
        Task<Immutable<MallMeeting?>> Visit([Immutable] MallVisit visit);
    }

    internal interface ICreature : IUnit
    {
        Task Play();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _mall = _silo.Activate<IMall>(1)[0];
        _grains = _silo.Activate<ICreature>(Creatures.Count);
    }

    protected override void Play()
    {
        Task.WaitAll(_grains.Select(creature => creature.Play()));
        AwaitFaded();
    }

    protected override void Close() => Units.Retire([_mall, .. _grains]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    [Reentrant]
    internal sealed class MallGrain(Chameneos lane) : UnitGrain(lane.Units), IMall
    {
        private TaskCompletionSource<Immutable<MallMeeting?>> _first = null!;

        public Task<Immutable<MallMeeting?>> Visit(MallVisit visit)
        {
            switch (lane.Mall.Arrive(visit, out var meeting))
            {
                case MallAnswer.Meets:
                    var both = new Immutable<MallMeeting?>(meeting);
                    _first.SetResult(both);
                    return Task.FromResult(both);
                case MallAnswer.IsClosed:
                    return Task.FromResult(new Immutable<MallMeeting?>(null));
                default:
                    _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    return _first.Task;
            }
        }
    }

    internal sealed class CreatureGrain(Chameneos lane) : UnitGrain(lane.Units), ICreature
    {
        public async Task Play()
        {
            var creature = lane.Creatures[Key];
            while ((await lane._mall.Visit(creature.Visit)).Value is { } meeting)
            {
                creature.Meet(meeting);
            }

            creature.Fade();
        }
    }
}
