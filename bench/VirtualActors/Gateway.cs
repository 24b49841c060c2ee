using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

using TokenCall = Call<GatewayRequest, GatewayReply>;

/// <summary>
/// One reentrant grain owns the buffer, the batch that is open and the count of free connections. What lingers or awaits the backend
/// goes on in a turn of its own.
/// </summary>
public class Gateway : Workloads.Gateway
{
    private IHost _silo = null!;
    private IBatcher _batcher = null!;
    private int _waiting;

    internal interface IBatcher : IUnit
    {
        [OneWay]
        Task Take([Immutable] TokenCall call);
    }

    protected override GatewayParameters AsTold(GatewayParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Prepare() => _silo = Silo.Start(this);

    protected override void Open() => _batcher = _silo.Activate<IBatcher>(1)[0];

    protected override bool TryBuffer(TokenCall call)
    {
        if (Volatile.Read(ref _waiting) >= BufferBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _batcher.Take(call);
        return true;
    }

    protected override void Close() => Units.Retire(_batcher);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    [Reentrant]
    internal sealed class BatcherGrain(Gateway lane) : UnitGrain(lane.Units), IBatcher
    {
        private readonly Queue<TokenCall> _buffer = new();
        private List<TokenCall> _batch = [];
        private int _checks;

        public Task Take(TokenCall call)
        {
            _buffer.Enqueue(call);
            TakeUp();
            return Task.CompletedTask;
        }

        private void TakeUp()
        {
            while (_checks < lane.Parameters.ConcurrencyLimit && _buffer.TryDequeue(out var next))
            {
                Interlocked.Decrement(ref lane._waiting);
                _batch.Add(next);
                if (_batch.Count == lane.BatchLimit)
                {
                    _ = Check();
                }
                else if (_batch.Count == 1)
                {
                    _ = Linger(_batch);
                }
            }
        }

        private async Task Linger(List<TokenCall> batch)
        {
            await Task.Delay(lane.Linger);
            if (batch == _batch)
            {
                await Check();
            }
        }

        private async Task Check()
        {
            var check = lane.Begin(_batch);
            _batch = [];
            _checks++;
            await lane.Backend.CallAsync(check.ServiceTime);
            _checks--;
            foreach (var (call, reply) in check.Calls.Zip(check.Replies()))
            {
                call.Complete(reply);
            }

            TakeUp();
        }
    }
}
