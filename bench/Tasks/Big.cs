using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>A task per unit, which awaits what comes into a queue of its own.</summary>
public class Big : Workloads.Big
{
    private AwaitedBuffer<BigMessage>[] _mailboxes = [];
    private Task[] _tasks = [];

    protected override void Open()
    {
        var units = Enumerable.Range(0, Peers.Count).ToArray();
        _mailboxes = Array.ConvertAll(units, _ => new AwaitedBuffer<BigMessage>(capacity: 0));
        _tasks = Array.ConvertAll(units, unit => Task.Run(() => AnswerAsync(unit)));
    }

    protected override void Play()
    {
        Task.Run(BeginAsync).Wait();
        AwaitPongs();
    }

    protected override void Close()
    {
        Array.ForEach(_mailboxes, mailbox => mailbox.Complete());
        Task.WaitAll(_tasks);
    }

    private async Task BeginAsync()
    {
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            await _mailboxes[unit].AddAsync(BeginOf(unit));
        }
    }

    private async Task AnswerAsync(int index)
    {
        using var unit = Units.Enter();
        while (await _mailboxes[index].TakeAsync() is (true, var message))
        {
            if (Peers[index].TryAnswer(message, out var answer))
            {
                await _mailboxes[answer.To].AddAsync(answer);
            }
        }
    }
}
