using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per request and one per child. The request returns with the first failure, or when its caller gives up; nobody
/// tells the other children, and they run on.
/// </summary>
[Variant("unstructured", Presets.Smoke | Presets.Standard | Presets.Full)]
public class ScopesUnstructured : Workloads.Scopes
{
    protected override bool IsStructured => false;

    protected override void Open() { }

    protected override void Admit(ScopeRequest request) => _ = Task.Run(() => ServeAsync(request));

    protected override void Close() { }

    private async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        var children = request.Children.Select(child => Task.Run(() => RunAsync(child)));
        try
        {
            var total = 0L;
            await foreach (var child in Task.WhenEach(children).WithCancellation(request.Cancellation))
            {
                total += await child;
            }

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
