using System.Collections.Concurrent;
using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// Like <see cref="Scopes"/>, but the request returns with the first failure, or when its caller gives up; nobody
/// tells the other children, and they run on.
/// </summary>
[Variant("unstructured", Presets.Smoke | Presets.Standard | Presets.Full)]
public class ScopesUnstructured : Scopes
{
    protected override bool IsStructured => false;

    protected override void Serve(ScopeRequest request)
    {
        using var unit = Units.Enter();
        var results = new BlockingCollection<long?>();
        foreach (var child in request.Children)
        {
            new Thread(() => results.Add(Run(child))).Start();
        }

        try
        {
            var total = 0L;
            foreach (var _ in request.Children)
            {
                if (results.Take(request.Cancellation) is not { } result)
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
    private long? Run(ScopeChild child)
    {
        using var alive = child.Enter();
        try
        {
            do
            {
                Backend.Call(child.Begin());
            } while (child.Take());

            return child.Result;
        }
        catch (ChildFaultException)
        {
            return null;
        }
    }
}
