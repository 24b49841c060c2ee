using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// Background work sends itself to the block that talks to the sink, which holds one at a time. Its deadline goes with it: a
/// send that is not accepted by then is given up, and so is a call that the sink does not answer.
/// </summary>
public class Leak : Workloads.Leak
{
    private ActionBlock<Submission> _sender = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _sender = new(SendAsync, new() { BoundedCapacity = 1 });
        _ended = Units.CountAsync(_sender);
    }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SubmitAsync(work));

    protected override void Close()
    {
        _sender.Complete();
        _ended.Wait();
    }

    private async Task SubmitAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await _sender.SendAsync(new(work, deadline), deadline.Token);
        }
        catch (OperationCanceledException)
        {
            work.GiveUp();
            deadline.Dispose();
        }
    }

    private async Task SendAsync(Submission submission)
    {
        var (work, deadline) = submission;
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

    private readonly record struct Submission(BackgroundWork Work, CancellationTokenSource Deadline);
}
