using Bench.Measurement.Hosting;
using Bench.Measurement.Pitfalls;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Pitfalls;

/// <summary>
/// A task per request and one per child. The request's token ends the wait for the children, but the children never get
/// it: the caller has gone, and they call the backend to the end.
/// </summary>
[Variant("cancellation", Presets.None)]
[Pitfall(
    "lost cancellation context: the token is not passed on",
    "tasks",
    DetectorId.Orphans,
    Wrong = "WaitAsync(token) cancels the wait, not the work; the children run without the token.",
    Seen = "Calls to the backend, processor time and units alive stay up when callers give up, most of all in an outage, when all of them do; traces have spans that go on after their parent has ended.",
    Mend = "Hand the token to every call below, wait for the children to end before returning (a group: linked token source and Task.WhenAll); analysers CA2016 and CA1068 find tokens that are not forwarded."
)]
public class TokenNotPassedOn : Workloads.Scopes
{
    protected override IEnumerable<Configuration<ScopesParameters>> Configurations =>
        [
            new(
                Presets.Smoke,
                new()
                {
                    CancelledPercent = 50,
                    WarmUpMilliseconds = 100,
                    MeasuredMilliseconds = 500,
                }
            ),
        ];

    public override TimeSpan Limit => TimeSpan.FromSeconds(12);

    protected override void Open() { }

    protected override void Admit(ScopeRequest request) => _ = Task.Run(() => ServeAsync(request));

    protected override void Close() { }

    private async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        var children = request.Children.Select(child => Task.Run(() => RunAsync(child)));
        try
        {
            var results = await Task.WhenAll(children).WaitAsync(request.Cancellation);
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
    }

    private async Task<long> RunAsync(ScopeChild child)
    {
        using var alive = child.Enter();
        do
        {
            await Backend.CallAsync(child.Begin());
        } while (child.Take());

        return child.Result;
    }
}
