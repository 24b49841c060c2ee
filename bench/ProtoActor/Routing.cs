using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor for each unit of handlers, children of a switchboard that restarts the one that fails and no other. Events go
/// straight to them, as their PIDs stay valid. A handler awaits the peer's answer, with a limit: its thread is free meanwhile, and
/// what comes waits in the mailbox, which survives the restart.
/// </summary>
public class Routing : Workloads.Routing
{
    private ActorSystem _system = null!;
    private PID _switchboard = null!;
    private PID[] _units = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _switchboard = _system.Root.Spawn(
            Props
                .FromProducer(() => new Switchboard(this))
                .WithChildSupervisorStrategy(Supervision.AlwaysRestartStrategy)
        );
        _units = _system.Root.RequestAsync<PID[]>(_switchboard, Connect.Me).Result;
    }

    protected override void Route(CallEvent item) => _system.Root.Send(_units[UnitOf(item)], item);

    protected override void Close() => _system.Stop(_switchboard);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Connect
    {
        public static readonly Connect Me = new();
    }

    private sealed class Switchboard(Routing lane) : IActor
    {
        private PID[] _handlers = [];

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Started:
                    lane.Units.Started();
                    _handlers =
                    [
                        .. Enumerable
                            .Range(0, lane.UnitCount)
                            .Select(unit => context.Spawn(Props.FromProducer(() => new Handler(lane, unit)))),
                    ];
                    break;
                case Connect:
                    context.Respond(_handlers);
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Handler(Routing lane, int unit) : IActor
    {
        private UnitHandlers _handlers = null!;

        public async Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case CallEvent item:
                    if (_handlers.HangsOn(item))
                    {
                        await lane.Peer.CallAsync().WaitAsync(lane.HangLimit);
                    }

                    _handlers.Handle(item);
                    break;
                case Started:
                    lane.Units.Started();
                    _handlers = lane.TakeOver(unit);
                    break;
                case Restarting or Stopped:
                    lane.Units.Ended();
                    break;
            }
        }
    }
}
