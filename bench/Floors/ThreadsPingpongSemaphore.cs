using Bench.Measurement.Floors;
using Bench.Measurement.Hosting;

namespace Bench.Floors;

/// <summary>The semaphore of dotnet/performance's ReleaseWait, with a thread on either side: release theirs, wait for one's own.</summary>
[Variant("threads-semaphore", Presets.None)]
[Form(
    "threads",
    "SemaphoreSlim: Release, Wait",
    "https://github.com/dotnet/performance/blob/main/src/benchmarks/micro/libraries/System.Threading/Perf.SemaphoreSlim.cs",
    "ping-pong"
)]
public class ThreadsPingpongSemaphore : Workloads.Pingpong
{
    private readonly SemaphoreSlim _toPinger = new(0, 1);
    private readonly SemaphoreSlim _toPonger = new(0, 1);
    private Thread _pinger = null!;
    private Thread _ponger = null!;
    private long _ball;

    protected override void Open()
    {
        _ponger = new(Pong);
        _pinger = new(Ping);
        _ponger.Start();
        _pinger.Start();
    }

    protected override void Play()
    {
        _ball = Pingers[0].First;
        _toPonger.Release();
        _pinger.Join();
    }

    protected override void Close() => _ponger.Join();

    private void Ping()
    {
        using var unit = Units.Enter();
        bool playOn;
        do
        {
            _toPinger.Wait();
            playOn = Pingers[0].TryPlayOn(_ball, out _ball);
            _toPonger.Release();
        } while (playOn);
    }

    private void Pong()
    {
        using var unit = Units.Enter();
        _toPonger.Wait();
        while (Pongers[0].TryReturn(_ball, out _ball))
        {
            _toPinger.Release();
            _toPonger.Wait();
        }
    }
}
