using System.Reactive.Linq;
using Bench.Workloads;

namespace Bench.Rx;

/// <summary>
/// A request merges its children. Merge alone would return with the first error and dispose the siblings without waiting for them, so
/// their ends are materialised: the first error cancels the group, and the request returns when all have ended.
/// </summary>
public class Scopes : Workloads.Scopes
{
    protected override void Open() { }

    protected override void Admit(ScopeRequest request) =>
        Observable.FromAsync(() => ServeAsync(request)).SubscribeOn(Pool.Scheduler).Subscribe();

    protected override void Close() { }

    private async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        using var group = CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation);
        var ends = await request
            .Children.Select(child =>
                Observable
                    .FromAsync(() => RunAsync(child, group.Token))
                    .Do(_ => { }, _ => group.Cancel())
                    .Materialize()
            )
            .Merge()
            .ToArray();

        var errors = ends.Where(end => !end.HasValue && end.Exception is not null)
            .Select(end => end.Exception)
            .ToArray();
        if (errors is [])
        {
            request.Succeed(ends.Where(end => end.HasValue).Sum(end => end.Value));
        }
        else if (Array.Exists(errors, error => error is ChildFaultException))
        {
            request.Fail();
        }
        else
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
