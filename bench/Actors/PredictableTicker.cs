using Akka.Actor;
using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// An actor for each stream, told to tick by one thread that sleeps until the next tick of any stream is due: for periods
/// that the scheduler is too coarse for. Other work as in the default.
/// </summary>
[Variant("ticker", Presets.Smoke | Presets.Standard | Presets.Full)]
public class PredictableTicker : Workloads.Predictable
{
    private ActorSystem _system = null!;
    private IActorRef[] _keepers = [];
    private Thread _ticker = null!;

    protected override void Prepare() => _system = ActorHost.Start(ActorHost.OneMessageAtATime);

    protected override void Open()
    {
        _keepers =
        [
            .. Streams.Select(stream => _system.ActorOf(Props.Create(() => new Keeper(this, stream)))),
        ];
        foreach (var other in Others)
        {
            _system.ActorOf(Props.Create(() => new Worker(this, other))).Tell(Go.On);
        }

        _ticker = new(TellAll);
        _ticker.Start();
    }

    // The ticker goes by the time of each tick.
    protected override void Start(TickStream stream) { }

    protected override void Close()
    {
        _ticker.Join();
        _system.Stop();
    }

    private void TellAll()
    {
        using var unit = Units.Enter();
        for (var tick = 0; Streams[0].DueAt(tick) is not null; tick++)
        {
            for (var number = 0; number < Streams.Count; number++)
            {
                SystemClock.Instance.WaitUntil(Streams[number].DueAt(tick)!.Value);
                _keepers[number].Tell(Go.On);
            }
        }
    }

    private sealed class Go
    {
        public static readonly Go On = new();
    }

    private sealed class Keeper(PredictableTicker lane, TickStream stream) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (stream.TryBegin(out var tick))
            {
                stream.Run(tick);
            }
        }
    }

    private sealed class Worker(PredictableTicker lane, OtherWork other) : UntypedActor
    {
        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (other.TryDoPiece())
            {
                Self.Tell(Go.On);
            }
        }
    }
}
