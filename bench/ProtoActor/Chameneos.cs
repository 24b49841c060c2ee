using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// An actor per creature and one for the mall, which sends word to both of two when they meet. A visit says whose it is, so no
/// message carries a sender.
/// </summary>
public class Chameneos : Workloads.Chameneos
{
    private ActorSystem _system = null!;
    private PID _mall = null!;
    private PID[] _actors = [];

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open()
    {
        _mall = _system.Root.Spawn(Props.FromProducer(() => new Owner(this)));
        _actors =
        [
            .. Creatures.Select(creature =>
                _system.Root.Spawn(Props.FromProducer(() => new Visitor(this, creature)))
            ),
        ];
    }

    protected override void Play()
    {
        Array.ForEach(_actors, actor => _system.Root.Send(actor, Begin.Instance));
        AwaitFaded();
    }

    protected override void Close() => _system.Stop(_actors.Append(_mall));

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Begin
    {
        public static readonly Begin Instance = new();
    }

    private sealed record Closed
    {
        public static readonly Closed Instance = new();
    }

    private sealed class Owner(Chameneos lane) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case MallVisit visit:
                    Receive(context, visit);
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

        private void Receive(IContext context, MallVisit visit)
        {
            switch (lane.Mall.Arrive(visit, out var meeting))
            {
                case MallAnswer.Meets:
                    object both = meeting;
                    context.Send(lane._actors[meeting.First.Creature], both);
                    context.Send(lane._actors[visit.Creature], both);
                    break;
                case MallAnswer.IsClosed:
                    context.Send(lane._actors[visit.Creature], Closed.Instance);
                    break;
            }
        }
    }

    private sealed class Visitor(Chameneos lane, Creature creature) : IActor
    {
        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case MallMeeting meeting:
                    creature.Meet(meeting);
                    context.Send(lane._mall, creature.Visit);
                    break;
                case Begin:
                    context.Send(lane._mall, creature.Visit);
                    break;
                case Closed:
                    creature.Fade();
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
