using System.Threading.Channels;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// A worker per request and one per child; children report on a channel of their request. The first failure cancels the
/// others, and the request reads on until all have reported and awaits their end before it returns.
/// </summary>
public class Scopes : Workloads.Scopes
{
    private Channel<ScopeRequest> _requests = null!;
    private Task _acceptor = Task.CompletedTask;

    protected override void Open()
    {
        _requests = Channel.CreateUnbounded<ScopeRequest>(
            new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
        );
        _acceptor = Task.Run(AcceptAsync);
    }

    protected override void Admit(ScopeRequest request) => _requests.Writer.TryWrite(request);

    protected override void Close()
    {
        _requests.Writer.Complete();
        _acceptor.Wait();
    }

    private async Task AcceptAsync()
    {
        using var unit = Units.Enter();
        await foreach (var request in _requests.Reader.ReadAllAsync())
        {
            _ = Task.Run(() => ServeAsync(request));
        }
    }

    /// <summary>Runs the children of a request and returns it, as a worker of its own.</summary>
    protected virtual async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        using var group = CancellationTokenSource.CreateLinkedTokenSource(request.Cancellation);
        var reports = Channel.CreateBounded<Report>(request.Children.Count);
        var children = request
            .Children.Select(child => Task.Run(() => RunAsync(child, reports.Writer, group.Token)))
            .ToArray();
        var (total, outcome) = (0L, ScopeOutcome.Succeeded);
        foreach (var _ in children)
        {
            var report = await reports.Reader.ReadAsync();
            total += report.Result;
            if (report.Outcome == ScopeOutcome.Failed)
            {
                outcome = ScopeOutcome.Failed;
                await group.CancelAsync();
            }
            else if (report.Outcome == ScopeOutcome.Cancelled && outcome == ScopeOutcome.Succeeded)
            {
                outcome = ScopeOutcome.Cancelled;
            }
        }

        await Task.WhenAll(children);
        Return(request, outcome, total);
    }

    private async Task RunAsync(ScopeChild child, ChannelWriter<Report> reports, CancellationToken cancelled)
    {
        using var alive = child.Enter();
        try
        {
            do
            {
                cancelled.ThrowIfCancellationRequested();
                await Backend.CallAsync(child.Begin());
            } while (child.Take());

            reports.TryWrite(new(ScopeOutcome.Succeeded, child.Result));
        }
        catch (ChildFaultException)
        {
            reports.TryWrite(new(ScopeOutcome.Failed, 0));
        }
        catch (OperationCanceledException)
        {
            reports.TryWrite(new(ScopeOutcome.Cancelled, 0));
        }
    }

    private static void Return(ScopeRequest request, ScopeOutcome outcome, long total)
    {
        switch (outcome)
        {
            case ScopeOutcome.Succeeded:
                request.Succeed(total);
                break;
            case ScopeOutcome.Failed:
                request.Fail();
                break;
            default:
                request.GiveUp();
                break;
        }
    }

    private readonly record struct Report(ScopeOutcome Outcome, long Result);
}
