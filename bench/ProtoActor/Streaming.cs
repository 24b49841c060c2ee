using Bench.Measurement.Hosting;
using Bench.Workloads;
using Proto;

namespace Bench.ProtoActor;

/// <summary>
/// A publisher actor sends each event to an actor for each connected subscriber, which keeps what waits and drops by its
/// policy. Where the policy is to wait, the publisher needs that subscriber's credit.
/// </summary>
public class Streaming : Workloads.Streaming
{
    private ActorSystem _system = null!;
    private PID _publisher = null!;

    protected override void Prepare()
    {
        base.Prepare();
        _system = ActorHost.Start();
    }

    protected override void Open() =>
        _publisher = _system.Root.Spawn(Props.FromProducer(() => new Publisher(this)));

    protected override void Publish(StreamEvent item) => _system.Root.Send(_publisher, item);

    protected override void Close() => _system.Stop(_publisher);

    protected override void Dispose(Findings findings) => _system.ShutDown();

    private sealed record Credit(int Subscriber);

    private sealed class Leave
    {
        public static readonly Leave Now = new();
    }

    private sealed class Publisher(Streaming lane) : IActor
    {
        private readonly Queue<StreamEvent> _events = new();
        private readonly List<PID> _connected = [];
        private readonly int[] _credit =
        [
            .. lane.Subscribers.Select(subscriber =>
                subscriber.Policy == OverflowPolicy.Wait ? lane.Parameters.BufferCapacity : int.MaxValue
            ),
        ];
        private int _next;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case Credit credit:
                    _credit[credit.Subscriber]++;
                    FanOut(context);
                    break;
                case StreamEvent item:
                    _events.Enqueue(item);
                    FanOut(context);
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

        private void FanOut(IContext context)
        {
            while (_events.TryPeek(out var first) && TryFanOut(first, context))
            {
                _events.Dequeue();
            }
        }

        // False when a subscriber has no room: its credit will say where to go on.
        private bool TryFanOut(StreamEvent item, IContext context)
        {
            Connect(item.Connections, context);
            for (; _next < item.Connections; _next++)
            {
                if (_credit[_next] == 0)
                {
                    return false;
                }

                _credit[_next]--;
                context.Send(_connected[_next], item);
            }

            _next = 0;
            return true;
        }

        private void Connect(int connections, IContext context)
        {
            for (; _connected.Count > connections; _connected.RemoveAt(_connected.Count - 1))
            {
                context.Send(_connected[^1], Leave.Now);
            }

            while (_connected.Count < connections)
            {
                var number = _connected.Count;
                var subscriber = lane.Subscribers[number];
                _connected.Add(
                    context.Spawn(Props.FromProducer(() => new Session(lane, subscriber, number)))
                );
            }
        }
    }

    private sealed class Session(Streaming lane, Subscriber subscriber, int number) : IActor
    {
        private readonly Queue<StreamEvent> _waiting = new();
        private bool _isSending;
        private bool _isLeaving;

        public Task ReceiveAsync(IContext context)
        {
            switch (context.Message)
            {
                case StreamEvent item:
                    Keep(item);
                    subscriber.Offered(item);
                    SendNext(context);
                    break;
                case Leave:
                    _isLeaving = true;
                    SendNext(context);
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

        private void SendNext(IContext context)
        {
            if (_isSending)
            {
                return;
            }

            if (_waiting.TryDequeue(out var next))
            {
                _isSending = true;
                context.Send(context.Parent!, new Credit(number));
                context.ReenterAfter(
                    lane.Network.CallAsync(subscriber.Begin()).AsTask(),
                    () =>
                    {
                        _isSending = false;
                        subscriber.Hand(next);
                        SendNext(context);
                    }
                );
            }
            else if (_isLeaving)
            {
                context.Stop(context.Self);
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
