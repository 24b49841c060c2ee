using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per request and one per child: the smallest error group is a linked token source, which the first child that
/// fails cancels, and Task.WhenAll, which returns when all children have ended.
/// </summary>
public class Scopes : Workloads.Scopes
{
    protected override void Open() { }

    protected override void Admit(ScopeRequest request) => _ = Task.Run(() => ServeAsync(request));

    protected override void Close() { }

    private async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        using var group = CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation);
        var children = request.Children.Select(child => Task.Run(() => GuardAsync(child))).ToArray();
        try
        {
            var results = await Task.WhenAll(children);
            request.Succeed(results.Sum());
        }
        catch (ChildFaultException)
        {
            request.Fail();
        }
        catch (OperationCanceledException)
        {
            request.GiveUp();
        }

        async Task<long> GuardAsync(ScopeChild child)
        {
            try
            {
                return await RunAsync(child, group.Token);
            }
            catch (ChildFaultException)
            {
                await group.CancelAsync();
                throw;
            }
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
