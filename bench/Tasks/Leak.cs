using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task for each piece of background work; a token with a deadline ends its wait for the sink.</summary>
public class Leak : Workloads.Leak
{
    protected override void Open() { }

    protected override void Start(BackgroundWork work) => _ = Task.Run(() => SendAsync(work));

    protected override void Close() { }

    private async Task SendAsync(BackgroundWork work)
    {
        using var unit = Units.Enter();
        using var deadline = new CancellationTokenSource(Deadline);
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
