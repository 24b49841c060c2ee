using Bench.Measurement.Hosting;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per block shares no memory with the others: after each sweep it sends its neighbours copies of its edges, and it
/// sweeps on when it has theirs. So it waits for its neighbours only, not for all.
/// </summary>
public class Stencil : Workloads.Stencil
{
    private ActorSystem _system = null!;
    private PID[] _bands = [];
    private CountdownEvent _computing = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _computing = new(Parameters.Blocks);
        _bands =
        [
            .. Enumerable
                .Range(0, Parameters.Blocks)
                .Select(block => _system.Root.Spawn(Props.FromProducer(() => new Band(this, block)))),
        ];
    }

    protected override void Compute()
    {
        _computing.Reset();
        Array.ForEach(_bands, band => _system.Root.Send(band, Begin.Instance));
        _computing.Wait();
    }

    protected override void Close() => _system.Stop(_bands);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Edge(int Sweeps, bool IsAbove, double[] Row);

    private sealed class Band(Stencil lane, int block) : IActor
    {
        private const int Idle = -1;
        private readonly bool _isFirst = block == 0;
        private readonly bool _isLast = block == lane.Parameters.Blocks - 1;

        // A neighbour may be a sweep ahead, or begin before this actor does: edges for two sweeps may wait.
        private readonly double[]?[] _above = new double[]?[2];
        private readonly double[]?[] _below = new double[]?[2];
        private int _sweeps = Idle;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Edge edge:
                    (edge.IsAbove ? _above : _below)[edge.Sweeps % 2] = edge.Row;
                    SweepOn(context);
                    break;
                case Begin:
                    lane.Blocks[block].Load(lane.Initial);
                    _sweeps = 0;
                    SendEdges(context);
                    SweepOn(context);
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

        private void SweepOn(IContext context)
        {
            while (_sweeps != Idle && HasEdges())
            {
                Sweep();
                if (_sweeps < lane.Parameters.Sweeps)
                {
                    SendEdges(context);
                }
                else
                {
                    _sweeps = Idle;
                    lane._computing.Signal();
                }
            }
        }

        private bool HasEdges() =>
            (_isFirst || _above[_sweeps % 2] is not null) && (_isLast || _below[_sweeps % 2] is not null);

        private void Sweep()
        {
            var now = _sweeps % 2;
            lane.Blocks[block]
                .Sweep(
                    _sweeps + 1,
                    _isFirst ? lane.Above(block, _sweeps) : _above[now],
                    _isLast ? lane.Below(block, _sweeps) : _below[now]
                );
            _above[now] = _below[now] = null;
            _sweeps++;
        }

        private void SendEdges(IContext context)
        {
            if (!_isFirst)
            {
                var row = lane.Blocks[block].FirstRow(_sweeps).ToArray();
                context.Send(lane._bands[block - 1], new Edge(_sweeps, IsAbove: false, row));
            }

            if (!_isLast)
            {
                var row = lane.Blocks[block].LastRow(_sweeps).ToArray();
                context.Send(lane._bands[block + 1], new Edge(_sweeps, IsAbove: true, row));
            }
        }
    }
}
