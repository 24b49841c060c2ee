using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// Background work is a worker that writes to the channel of the one worker who talks to the sink. Its deadline
/// goes with it: a write that finds no room by then is given up, and so is a call that the sink does not answer.
/// </summary>
public class Leak : Workloads.Leak
{
    private Channel<Submission> _toSink = null!;
    private Task _sender = Task.CompletedTask;

    protected override Presets LongSoak => Presets.Standard | Presets.Full;

    protected override void Open()
    {
        _toSink = Channel.CreateBounded<Submission>(new BoundedChannelOptions(1) { SingleReader = true });
        _sender = Task.Run(SendAllAsync);
    }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SubmitAsync(work));

    protected override void Close()
    {
        _toSink.Writer.Complete();
        _sender.Wait();
    }

    private async Task SubmitAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await _toSink.Writer.WriteAsync(new(work, deadline), deadline.Token);
        }
        catch (OperationCanceledException)
        {
            work.GiveUp();
            deadline.Dispose();
        }
    }

    private async Task SendAllAsync()
    {
        using var unit = Units.Enter();
        await foreach (var (work, deadline) in _toSink.Reader.ReadAllAsync())
        {
            using (deadline)
            {
                try
                {
                    await Sink.CallAsync(deadline.Token);
                    work.Deliver();
                }
                catch (OperationCanceledException)
                {
                    work.GiveUp();
                }
            }
        }
    }

    private readonly record struct Submission(BackgroundWork Work, CancellationTokenSource Deadline);
}
