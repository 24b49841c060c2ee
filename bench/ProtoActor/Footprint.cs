using Bench.Measurement.Hosting;
using Proto;
using Proto.Mailbox;

namespace Bench.ProtoActor;

/// <summary>An actor per unit, idle until its mailbox gets a message. All are made by the same props and beside each other.</summary>
public class Footprint : Workloads.Footprint
{
    private ActorSystem _system = null!;
    private Props _unit = Props.Empty;
    private PID[] _units = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
        _unit = Props
            .FromProducer(() => new ParkedUnit(this))
            .WithMailbox(() =>
                new DefaultMailbox(new LockingUnboundedMailboxQueue(4), new LockingUnboundedMailboxQueue(4))
            )
            .WithStartDeadline(TimeSpan.Zero);
    }

    protected override void Open() => _units = new PID[UnitCount];

    protected override void Create(int unit)
    {
        _units[unit] = _system.Root.Spawn(_unit);
        _system.Root.Send(_units[unit], new Park(unit));
    }

    protected override void Wake(int unit) => _system.Root.Send(_units[unit], Signal.Instance);

    protected override void Stop() => _system.Stop(_units);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Park(int Unit);

    private sealed record Signal
    {
        public static readonly Signal Instance = new();
    }

    private sealed class ParkedUnit(Footprint lane) : IActor
    {
        private int _unit;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    break;
                case Park park:
                    _unit = park.Unit;
                    lane.Parked(_unit);
                    break;
                case Signal:
                    lane.Woken(_unit);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }
}
