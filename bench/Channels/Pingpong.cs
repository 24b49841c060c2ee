using System.Threading.Channels;

namespace Bench.Channels;

/// <summary>Two workers per pair, with a channel each way.</summary>
public class Pingpong : Workloads.Pingpong
{
    private static readonly UnboundedChannelOptions OneToOne = new()
    {
        SingleReader = true,
        SingleWriter = true,
    };

    private Task[] _pingers = [];
    private Task[] _pongers = [];
    private Channel<long>[] _toPonger = [];
    private Channel<long>[] _toPinger = [];

    protected override void Open()
    {
        var pairs = Enumerable.Range(0, Parameters.Pairs).ToArray();
        _toPonger = Array.ConvertAll(pairs, _ => Channel.CreateUnbounded<long>(OneToOne));
        _toPinger = Array.ConvertAll(pairs, _ => Channel.CreateUnbounded<long>(OneToOne));
        _pongers = Array.ConvertAll(pairs, pair => Task.Run(() => PongAsync(pair)));
        _pingers = Array.ConvertAll(pairs, pair => Task.Run(() => PingAsync(pair)));
    }

    protected override void Play()
    {
        for (var pair = 0; pair < Parameters.Pairs; pair++)
        {
            _toPonger[pair].Writer.TryWrite(Pingers[pair].First);
        }

        Task.WaitAll(_pingers);
    }

    protected override void Close() => Task.WaitAll(_pongers);

    private async Task PingAsync(int pair)
    {
        using var unit = Units.Enter();
        var (balls, ponger) = (_toPinger[pair].Reader, _toPonger[pair].Writer);
        bool playOn;
        do
        {
            playOn = Pingers[pair].TryPlayOn(await balls.ReadAsync(), out var next);
            ponger.TryWrite(next);
        } while (playOn);
    }

    private async Task PongAsync(int pair)
    {
        using var unit = Units.Enter();
        var (balls, pinger) = (_toPonger[pair].Reader, _toPinger[pair].Writer);
        while (Pongers[pair].TryReturn(await balls.ReadAsync(), out var reply))
        {
            pinger.TryWrite(reply);
        }
    }
}
