using Akka.Actor;
using Bench.Workloads;

namespace Bench.Actors;

/// <summary>
/// A publisher actor tells each event to an actor for each connected subscriber, which keeps what waits and drops by its
/// policy. Where the policy is to wait, the publisher needs that subscriber's credit.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private ActorSystem _system = null!;
    private IActorRef _publisher = ActorRefs.Nobody;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() => _publisher = _system.ActorOf(Props.Create(() => new Publisher(this)));

    protected override void Publish(StreamEvent item) => _publisher.Tell(item);

    protected override void Close() => _system.Stop();

    private sealed record Credit(int Subscriber);

    private sealed class Leave
    {
        public static readonly Leave Now = new();
    }

    private sealed class Sent
    {
        public static readonly Sent Done = new();
    }

    private sealed class Publisher(Streaming lane) : UntypedActor
    {
        private readonly Queue<StreamEvent> _events = new();
        private readonly List<IActorRef> _connected = [];
        private readonly int[] _credit =
        [
            .. lane.Subscribers.Select(subscriber =>
                subscriber.Policy == OverflowPolicy.Wait ? lane.Parameters.BufferCapacity : int.MaxValue
            ),
        ];
        private int _next;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case StreamEvent item:
                    _events.Enqueue(item);
                    break;
                case Credit credit:
                    _credit[credit.Subscriber]++;
                    break;
            }

            while (_events.TryPeek(out var first) && TryFanOut(first))
            {
                _events.Dequeue();
            }
        }

        // False when a subscriber has no room: its credit will say where to go on.
        private bool TryFanOut(StreamEvent item)
        {
            Connect(item.Connections);
            for (; _next < item.Connections; _next++)
            {
                if (_credit[_next] == 0)
                {
                    return false;
                }

                _credit[_next]--;
                _connected[_next].Tell(item);
            }

            _next = 0;
            return true;
        }

        private void Connect(int connections)
        {
            for (; _connected.Count > connections; _connected.RemoveAt(_connected.Count - 1))
            {
                _connected[^1].Tell(Leave.Now);
            }

            // An expression to create each by would be taken apart each time, while the others wait for the event.
            while (_connected.Count < connections)
            {
                var number = _connected.Count;
                _connected.Add(
                    Context.ActorOf(Props.Create<Session>(lane, lane.Subscribers[number], number))
                );
            }
        }
    }

    private sealed class Session(Streaming lane, Subscriber subscriber, int number) : UntypedActor
    {
        private readonly Queue<StreamEvent> _waiting = new();
        private StreamEvent? _sending;
        private bool _isLeaving;

        protected override void PreStart() => lane.Units.Started();

        protected override void PostStop() => lane.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case StreamEvent item:
                    Keep(item);
                    subscriber.Offered(item);
                    break;
                case Sent:
                    subscriber.Hand(_sending!);
                    _sending = null;
                    break;
                case Leave:
                    _isLeaving = true;
                    break;
            }

            if (_sending is null && _waiting.TryDequeue(out _sending))
            {
                Context.Parent.Tell(new Credit(number));
                lane.Network.CallAsync(subscriber.Begin()).AsTask().PipeTo(Self, success: () => Sent.Done);
            }
            else if (_sending is null && _isLeaving)
            {
                Context.Stop(Self);
            }
        }

        private void Keep(StreamEvent item)
        {
            if (_waiting.Count == lane.Parameters.BufferCapacity)
            {
                if (subscriber.Policy == OverflowPolicy.DropNewest)
                {
                    subscriber.Drop(item);
                    return;
                }

                subscriber.Drop(_waiting.Dequeue());
            }

            _waiting.Enqueue(item);
        }
    }
}
