using System.Threading.Channels;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Channels;

/// <summary>
/// Like <see cref="Scopes"/>, children report on a channel of their request, but it returns with the first
/// failure, or when its caller gives up. Nobody tells the other children: they run on and report to nobody.
/// </summary>
[Variant("unstructured", Presets.Smoke | Presets.Standard | Presets.Full)]
public class ScopesUnstructured : Scopes
{
    protected override bool IsStructured => false;

    protected override async Task ServeAsync(ScopeRequest request)
    {
        using var unit = Units.Enter();
        var results = Channel.CreateBounded<long?>(request.Children.Count);
        foreach (var child in request.Children)
        {
            _ = Task.Run(async () => results.Writer.TryWrite(await RunAsync(child)));
        }

        try
        {
            var total = 0L;
            foreach (var _ in request.Children)
            {
                if (await results.Reader.ReadAsync(request.Cancellation) is not { } result)
                {
                    request.Fail();
                    return;
                }

                total += result;
            }

            request.Succeed(total);
        }
        catch (OperationCanceledException)
        {
            request.GiveUp();
        }
    }

    // Null when the child fails.
    private async Task<long?> RunAsync(ScopeChild child)
    {
        using var alive = child.Enter();
        try
        {
            do
            {
                await Backend.CallAsync(child.Begin());
            } while (child.Take());

            return child.Result;
        }
        catch (ChildFaultException)
        {
            return null;
        }
    }
}
