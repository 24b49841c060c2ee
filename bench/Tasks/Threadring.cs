using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per member, which awaits the token that the one before leaves for it, by a value task source as in ping-pong.</summary>
public class Threadring : Workloads.Threadring
{
    private Slot<RingToken>[] _slots = [];
    private Task[] _tasks = [];

    protected override void Open()
    {
        var members = Enumerable.Range(0, Members.Count).ToArray();
        _slots = Array.ConvertAll(members, _ => new Slot<RingToken>());
        _tasks = Array.ConvertAll(members, member => Task.Run(() => PassOnAsync(member)));
    }

    protected override void Play()
    {
        _slots[0].Put(First);
        AwaitLastHop();
    }

    protected override void Close()
    {
        Array.ForEach(_slots, slot => slot.Put(RingToken.End));
        Task.WaitAll(_tasks);
    }

    private async Task PassOnAsync(int member)
    {
        using var unit = Units.Enter();
        var (own, next) = (_slots[member], _slots[(member + 1) % _slots.Length]);
        for (var token = await own.TakeAsync(); !token.IsEnd; token = await own.TakeAsync())
        {
            if (Members[member].TryPassOn(token, out var passed))
            {
                next.Put(passed);
            }
        }
    }
}
