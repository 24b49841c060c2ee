using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block per unit; each posts to all others.</summary>
public class Big : Workloads.Big
{
    private ActionBlock<BigMessage>[] _units = [];
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _units = [.. Peers.Select(peer => new ActionBlock<BigMessage>(message => Answer(peer, message)))];
        _ended = Units.CountAsync(_units);
    }

    protected override void Play()
    {
        for (var unit = 0; unit < _units.Length; unit++)
        {
            _units[unit].Post(BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close()
    {
        Array.ForEach(_units, unit => unit.Complete());
        _ended.Wait();
    }

    private void Answer(BigPeer peer, BigMessage message)
    {
        if (peer.TryAnswer(message, out var answer))
        {
            _units[answer.To].Post(answer);
        }
    }
}
