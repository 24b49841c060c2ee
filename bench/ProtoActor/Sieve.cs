using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// A producer and an actor for each segment, as in Savina. An actor that first has a number to pass on spawns the next one, its
/// child; the last sends the producer what all have found.
/// </summary>
public class Sieve : Workloads.Sieve
{
    private ActorSystem _system = null!;
    private Props _filter = Props.Empty;
    private PID _producer = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
        _filter = Props.FromProducer(() => new Filter(this));
    }

    protected override void Open() =>
        _producer = _system.Root.Spawn(Props.FromProducer(() => new Source(this)));

    protected override PrimeTally FindPrimes() =>
        _system.Root.RequestAsync<PrimeTally>(_producer, Begin.Instance, CancellationToken.None).Result;

    protected override void Close() => _system.Stop(_producer);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Number(int Value);

    /// <summary>No number comes any more.</summary>
    private sealed record End(PrimeTally FoundBefore);

    private sealed class Source(Sieve lane) : IActor
    {
        private PID? _asker;
        private PID? _first;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Begin:
                    _asker = context.Sender;
                    SendAll(context);
                    break;
                case PrimeTally tally:
                    // Stopping the first stops those after it, its children: not before the last has answered.
                    context.Stop(_first!);
                    context.Send(_asker!, tally);
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void SendAll(IContext context)
        {
            _first = context.Spawn(lane._filter);
            for (var place = 0; place < lane.Candidates; place++)
            {
                context.Send(_first, new Number(Candidate(place)));
            }

            context.Send(_first, new End(default));
        }
    }

    private sealed class Filter(Sieve lane) : IActor
    {
        private readonly PrimeSegment _segment = lane.NewSegment();
        private PID? _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Number number:
                    if (_segment.PassesOn(number.Value))
                    {
                        context.Send(_next ??= context.Spawn(lane._filter), number);
                    }

                    break;
                case End end:
                    PassOn(end.FoundBefore + _segment.Tally, context);
                    break;
                case Started:
                    lane.Units.Started();
                    break;
                case Stopped:
                    lane.Units.Ended();
                    break;
            }

            return Task.CompletedTask;
        }

        private void PassOn(PrimeTally found, IContext context)
        {
            if (_next is null)
            {
                context.Send(lane._producer, found);
            }
            else
            {
                context.Send(_next, new End(found));
            }
        }
    }
}
