using Bench.Workloads;

namespace Bench.DataParallel;

/// <summary>
/// A request's children are one asynchronous parallel loop, which is an error group by itself: the first iteration that fails cancels the
/// token of the others, and the loop ends when all of them have.
/// </summary>
public class Scopes : Workloads.Scopes
{
    protected override void Open() { }

    protected override void Admit(ScopeRequest request) => _ = Task.Run(() => ServeAsync(request));

    protected override void Close() { }

    private async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = request.Children.Count,
            CancellationToken = request.Cancellation,
        };
        var total = 0L;
        try
        {
            await Parallel.ForEachAsync(
                request.Children,
                options,
                async (child, cancelled) => Interlocked.Add(ref total, await RunAsync(child, cancelled))
            );
            request.Succeed(total);
        }
        catch (ChildFaultException)
        {
            request.Fail();
        }
        catch (OperationCanceledException)
        {
            request.GiveUp();
        }
    }

    private async Task<long> RunAsync(ScopeChild child, CancellationToken cancelled)
    {
        using var alive = child.Enter();
        do
        {
            cancelled.ThrowIfCancellationRequested();
            await Backend.CallAsync(child.Begin());
        } while (child.Take());

        return child.Result;
    }
}
