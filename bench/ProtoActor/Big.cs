using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>An actor per unit; each knows all others and sends them pings and pongs, which say by number whom they are from.</summary>
public class Big : Workloads.Big
{
    private ActorSystem _system = null!;
    private PID[] _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _actors = [
            .. Peers.Select(peer => _system.Root.Spawn(Props.FromProducer(() => new Answerer(this, peer)))),
        ];

    protected override void Play()
    {
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            _system.Root.Send(_actors[unit], BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close() => _system.Stop(_actors);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Answerer(Big lane, BigPeer peer) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case BigMessage message:
                    if (peer.TryAnswer(message, out var answer))
                    {
                        context.Send(lane._actors[answer.To], answer);
                    }

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
    }
}
