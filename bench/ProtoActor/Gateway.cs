using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

using TokenCall = Call<GatewayRequest, GatewayReply>;

/// <summary>
/// One actor owns the buffer, the batch that is open and the count of free connections: it never awaits, so one is enough. It
/// reenters when a batch has lingered and when the backend has answered.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private ActorSystem _system = null!;
    private PID _batcher = null!;
    private int _waiting;

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _system = ActorHost.Start();

    protected override void Open() =>
        _batcher = _system.Root.Spawn(Props.FromProducer(() => new Batcher(this)));

    protected override bool TryBuffer(TokenCall call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _system.Root.Send(_batcher, call);
        return true;
    }

    protected override void Close() => _system.Stop(_batcher);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Batcher(Gateway lane) : IActor
    {
        private readonly Queue<TokenCall> _buffer = new();
        private List<TokenCall> _batch = [];
        private int _checks;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case TokenCall call:
                    _buffer.Enqueue(call);
                    TakeUp(context);
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

        private void TakeUp(IContext context)
        {
            while (_checks < lane.Parameters.ConcurrencyLimit && _buffer.TryDequeue(out var next))
            {
                Interlocked.Decrement(ref lane._waiting);
                _batch.Add(next);
                if (_batch.Count == lane.BatchLimit)
                {
                    Check(context);
                }
                else if (_batch.Count == 1)
                {
                    Linger(context);
                }
            }
        }

        private void Linger(IContext context)
        {
            var batch = _batch;
            context.ReenterAfter(
                Task.Delay(lane.Linger),
                () =>
                {
                    if (batch == _batch)
                    {
                        Check(context);
                    }
                }
            );
        }

        private void Check(IContext context)
        {
            var check = lane.Begin(_batch);
            _batch = [];
            _checks++;
            context.ReenterAfter(
                lane.Backend.CallAsync(check.ServiceTime).AsTask(),
                () =>
                {
                    _checks--;
                    foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
                    {
                        call.Complete(reply);
                    }

                    TakeUp(context);
                }
            );
        }
    }
}
