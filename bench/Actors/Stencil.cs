using Akka.Actor;
using Bench.Measurement.Hosting;

namespace Bench.Actors;

/// <summary>
/// An actor per block shares no memory with the others: after each sweep it tells its neighbours copies of its edges, and it
/// sweeps on when it has theirs. So it waits for its neighbours only, not for all.
/// </summary>
public class Stencil : Workloads.Stencil
{
    private ActorSystem _system = null!;
    private List<IActorRef> _actors = [];
    private CountdownEvent _computing = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _computing = new(Parameters.Blocks);
        _actors =
        [
            .. Enumerable
                .Range(0, Parameters.Blocks)
                .Select(block => _system.ActorOf(Props.Create(() => new Band(this, block)))),
        ];
    }

    protected override void Compute()
    {
        _computing.Reset();
        _actors.ForEach(actor => actor.Tell(Begin.Instance));
        _computing.Wait();
    }

    protected override void Close() => Task.WaitAll(_actors.Select(actor => actor.GracefulStop(Limit)));

    protected override void Dispose(Findings findings) => _system.Stop();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Edge(int Sweeps, bool IsAbove, double[] Row);

    private sealed class Band(Stencil lane, int block) : UntypedActor
    {
        private const int Idle = -1;
        private readonly bool _isFirst = block == 0;
        private readonly bool _isLast = block == lane.Parameters.Blocks - 1;

        // A neighbour may be a sweep ahead, or begin before this actor does: edges for two sweeps may wait.
        private readonly double[]?[] _above = new double[]?[2];
        private readonly double[]?[] _below = new double[]?[2];
        private int _sweeps = Idle;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            if (message is Edge edge)
            {
                (edge.IsAbove ? _above : _below)[edge.Sweeps % 2] = edge.Row;
            }
            else
            {
                lane.Blocks[block].Load(lane.Initial);
                _sweeps = 0;
                TellEdges();
            }

            while (_sweeps != Idle && HasEdges())
            {
                SweepOn();
            }
        }

        private bool HasEdges() =>
            (_isFirst || _above[_sweeps % 2] is not null) && (_isLast || _below[_sweeps % 2] is not null);

        private void SweepOn()
        {
            var now = _sweeps % 2;
            lane.Blocks[block]
                .Sweep(
                    _sweeps + 1,
                    _isFirst ? lane.Above(block, _sweeps) : _above[now],
                    _isLast ? lane.Below(block, _sweeps) : _below[now]
                );
            _above[now] = _below[now] = null;
            if (++_sweeps < lane.Parameters.Sweeps)
            {
                TellEdges();
            }
            else
            {
                _sweeps = Idle;
                lane._computing.Signal();
            }
        }

        private void TellEdges()
        {
            if (!_isFirst)
            {
                var row = lane.Blocks[block].FirstRow(_sweeps).ToArray();
                lane._actors[block - 1].Tell(new Edge(_sweeps, IsAbove: false, row));
            }

            if (!_isLast)
            {
                var row = lane.Blocks[block].LastRow(_sweeps).ToArray();
                lane._actors[block + 1].Tell(new Edge(_sweeps, IsAbove: true, row));
            }
        }
    }
}
