using System.Runtime.InteropServices;
using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>The callers take turns, an operation each, on one thread and one dictionary: a unit is a caller that has not had enough yet.</summary>
public class Sharedmap : Workloads.Sharedmap
{
    private Dictionary<int, long> _counts = [];

    protected override IReadOnlyDictionary<int, long> Counts => _counts;

    protected override void Open()
    {
        _counts = [];
        foreach (var _ in Callers)
        {
            Units.Started();
        }
    }

    protected override void CallAll()
    {
        MapCaller[] callers = [.. Callers];
        var left = callers.Length;
        while (left > 0)
        {
            left = 0;
            foreach (var caller in callers)
            {
                left += TryTurn(caller) ? 1 : 0;
            }
        }
    }

    protected override void Close()
    {
        foreach (var _ in Callers)
        {
            Units.Ended();
        }
    }

    private bool TryTurn(MapCaller caller)
    {
        if (!caller.TryNext(out var operation))
        {
            return false;
        }

        caller.Take(
            operation.IsRead
                ? operation.Sum(_counts)
                : ++CollectionsMarshal.GetValueRefOrAddDefault(_counts, operation.Key, out _)
        );
        return true;
    }
}
