namespace Bench.Threads;

/// <summary>Two threads per pair; each waits on a semaphore of its own for the ball that the other left for it.</summary>
public class Pingpong : Workloads.Pingpong
{
    private List<Thread> _pingers = [];
    private List<Thread> _pongers = [];
    private List<Slot<long>> _toPonger = [];
    private List<Slot<long>> _toPinger = [];

    protected override void Open()
    {
        var pairs = Enumerable.Range(0, Parameters.Pairs).ToList();
        _toPonger = pairs.ConvertAll(_ => new Slot<long>());
        _toPinger = pairs.ConvertAll(_ => new Slot<long>());
        _pongers = pairs.ConvertAll(pair => new Thread(() => Pong(pair)));
        _pingers = pairs.ConvertAll(pair => new Thread(() => Ping(pair)));
        _pongers.ForEach(thread => thread.Start());
        _pingers.ForEach(thread => thread.Start());
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _toPonger[pair].Put(Pingers[pair].First);
        }

        _pingers.ForEach(thread => thread.Join());
    }

    protected override void Close() => _pongers.ForEach(thread => thread.Join());

    private void Ping(int pair)
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            playOn = Pingers[pair].TryPlayOn(_toPinger[pair].Take(), out var next);
            _toPonger[pair].Put(next);
        } while (playOn);
    }

    private void Pong(int pair)
    {
        using var unit = Units.Enter();
        while (Pongers[pair].TryReturn(_toPonger[pair].Take(), out var reply))
        {
            _toPinger[pair].Put(reply);
        }
    }
}
