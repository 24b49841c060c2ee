using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread per unit with a mailbox of its own, a queue under a monitor.</summary>
public class Big : Workloads.Big
{
    private List<BoundedQueue<BigMessage>> _mailboxes = [];
    private List<Thread> _threads = [];

    protected override void Open()
    {
        var units = Enumerable.Range(0, Peers.Count).ToList();
        _mailboxes = units.ConvertAll(_ => new BoundedQueue<BigMessage>(int.MaxValue));
        _threads = units.ConvertAll(unit => new Thread(() => Answer(unit)));
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Play()
    {
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            _mailboxes[unit].TryAdd(BeginOf(unit));
        }

        AwaitPongs();
    }

    protected override void Close()
    {
        _mailboxes.ForEach(mailbox => mailbox.Complete());
        _threads.ForEach(thread => thread.Join());
    }

    private void Answer(int index)
    {
        using var unit = Units.Enter();
        while (_mailboxes[index].TryTake(out var message))
        {
            if (Peers[index].TryAnswer(message, out var answer))
            {
                _mailboxes[answer.To].TryAdd(answer);
            }
        }
    }
}
