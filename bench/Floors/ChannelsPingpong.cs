using System.Threading.Channels;

namespace Bench.Floors;

/// <summary>Two async methods, with a channel each way: write, then read. Which channel is the form's own.</summary>
public abstract class ChannelsPingpong : Workloads.Pingpong
{
    private Channel<long> _toPinger = null!;
    private Channel<long> _toPonger = null!;
    private Task _pinger = Task.CompletedTask;
    private Task _ponger = Task.CompletedTask;

    protected override void Open()
    {
        (_toPinger, _toPonger) = (Create(), Create());
        _ponger = Task.Run(PongAsync);
        _pinger = Task.Run(PingAsync);
    }

    protected override void Play()
    {
        _toPonger.Writer.TryWrite(Pingers[0].First);
        _pinger.Wait();
    }

    protected override void Close() => _ponger.Wait();

    private async Task PingAsync()
    {
        using var unit = Units.Enter();
        var (reader, writer) = (_toPinger.Reader, _toPonger.Writer);
        bool playOn;
        do
        {
            playOn = Pingers[0].TryPlayOn(await reader.ReadAsync(), out var next);
            await writer.WriteAsync(next);
        } while (playOn);
    }

    private async Task PongAsync()
    {
        using var unit = Units.Enter();
        var (reader, writer) = (_toPonger.Reader, _toPinger.Writer);
        while (Pongers[0].TryReturn(await reader.ReadAsync(), out var reply))
        {
            await writer.WriteAsync(reply);
        }
    }

    /// <summary>A channel of one way.</summary>
    protected abstract Channel<long> Create();
}
