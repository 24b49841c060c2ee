namespace Bench.Tasks;

/// <summary>
/// Two async methods per pair; each awaits the ball that the other leaves for it. What they await is one value task
/// source used over and over, as a new TaskCompletionSource per ball costs more than the rest of the trip.
/// </summary>
public class Pingpong : Workloads.Pingpong
{
    private Task[] _pingers = [];
    private Task[] _pongers = [];
    private Slot<long>[] _toPonger = [];
    private Slot<long>[] _toPinger = [];

    protected override void Open()
    {
        var pairs = Enumerable.Range(0, Parameters.Pairs).ToArray();
        _toPonger = Array.ConvertAll(pairs, _ => new Slot<long>());
        _toPinger = Array.ConvertAll(pairs, _ => new Slot<long>());
        _pongers = Array.ConvertAll(pairs, pair => Task.Run(() => PongAsync(pair)));
        _pingers = Array.ConvertAll(pairs, pair => Task.Run(() => PingAsync(pair)));
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _toPonger[pair].Put(Pingers[pair].First);
        }

        Task.WaitAll(_pingers);
    }

    protected override void Close() => Task.WaitAll(_pongers);

    private async Task PingAsync(int pair)
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            playOn = Pingers[pair].TryPlayOn(await _toPinger[pair].TakeAsync(), out var next);
            _toPonger[pair].Put(next);
        } while (playOn);
    }

    private async Task PongAsync(int pair)
    {
        using var unit = Units.Enter();
        while (Pongers[pair].TryReturn(await _toPonger[pair].TakeAsync(), out var reply))
        {
            _toPinger[pair].Put(reply);
        }
    }
}
