using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per member, which waits on an event of its own for the token that the one before leaves for it. As the token is long
/// in coming, the event is one that blocks at once and does not spin.
/// </summary>
public class Threadring : Workloads.Threadring
{
    private List<Place> _places = [];
    private List<Thread> _threads = [];

    protected override void Open()
    {
        var members = Enumerable.Range(0, Members.Count).ToList();
        _places = members.ConvertAll(_ => new Place());
        _threads = members.ConvertAll(member => new Thread(() => PassOn(member)));
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Play()
    {
        _places[0].Put(First);
        AwaitLastHop();
    }

    protected override void Close()
    {
        _places.ForEach(place => place.Put(RingToken.End));
        _threads.ForEach(thread => thread.Join());
    }

    private void PassOn(int member)
    {
        using var unit = Units.Enter();
        var (own, next) = (_places[member], _places[(member + 1) % _places.Count]);
        for (var token = own.Take(); !token.IsEnd; token = own.Take())
        {
            if (Members[member].TryPassOn(token, out var passed))
            {
                next.Put(passed);
            }
        }
    }

    private sealed class Place
    {
        private readonly AutoResetEvent _hasToken = new(initialState: false);
        private RingToken _token;

        public void Put(RingToken token)
        {
            _token = token;
            _hasToken.Set();
        }

        public RingToken Take()
        {
            _hasToken.WaitOne();
            return _token;
        }
    }
}
