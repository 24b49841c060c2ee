using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>An actor per member, which sends the next one the token.</summary>
public class Threadring : Workloads.Threadring
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
            .. Enumerable
                .Range(0, Members.Count)
                .Select(member => _system.Root.Spawn(Props.FromProducer(() => new Member(this, member)))),
        ];

    protected override void Play()
    {
        _system.Root.Send(_actors[0], First);
        AwaitLastHop();
    }

    protected override void Close() => _system.Stop(_actors);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed class Member(Threadring lane, int member) : IActor
    {
        private readonly RingMember _member = lane.Members[member];
        private readonly int _next = (member + 1) % lane.Members.Count;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case RingToken token:
                    if (_member.TryPassOn(token, out var passed))
                    {
                        context.Send(lane._actors[_next], passed);
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
