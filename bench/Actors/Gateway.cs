using Akka.Actor;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// One actor owns the buffer, the batch that is open and the count of free connections: it never waits, so one is enough. Linger
/// and answers come to it as messages.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private ActorSystem _system = null!;
    private IActorRef _batcher = ActorRefs.Nobody;
    private int _waiting;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open() => _batcher = _system.ActorOf(Props.Create(() => new Batcher(this)));

    protected override bool TryBuffer(Call<GatewayRequest, GatewayReply> call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _batcher.Tell(call);
        return true;
    }

    protected override void Close() => _system.Stop();

    private sealed record HasLingered(List<Call<GatewayRequest, GatewayReply>> Batch);

    private sealed class Batcher(Gateway lane) : UntypedActor
    {
        private readonly Queue<Call<GatewayRequest, GatewayReply>> _buffer = new();
        private List<Call<GatewayRequest, GatewayReply>> _batch = [];
        private int _checks;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Call<GatewayRequest, GatewayReply> call:
                    _buffer.Enqueue(call);
                    break;
                case HasLingered lingered when lingered.Batch == _batch:
                    Send();
                    break;
                case TokenCheck check:
                    Answer(check);
                    break;
            }

            while (_checks < lane.Parameters.ConcurrencyLimit && _buffer.TryDequeue(out var next))
            {
                Take(next);
            }
        }

        private void Take(Call<GatewayRequest, GatewayReply> call)
        {
            Interlocked.Decrement(ref lane._waiting);
            _batch.Add(call);
            if (_batch.Count == lane.BatchLimit)
            {
                Send();
            }
            else if (_batch.Count == 1)
            {
                // Akka's scheduler ticks every 10 ms, which is longer than a batch may linger.
                var lingered = new HasLingered(_batch);
                Task.Delay(lane.Linger).PipeTo(Self, success: () => lingered);
            }
        }

        private void Send()
        {
            var check = lane.Begin(_batch);
            _batch = [];
            _checks++;
            lane.Backend.CallAsync(check.ServiceTime).AsTask().PipeTo(Self, success: () => check);
        }

        private void Answer(TokenCheck check)
        {
            _checks--;
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }
        }
    }
}
