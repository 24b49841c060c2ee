using Bench.Workloads;

namespace Bench.Threads;

/// <summary>
/// A thread per creature; the mall has one lock. Who has to wait does so on a semaphore of its own until the one that comes
/// next tells it. A barrier begins each game.
/// </summary>
public class Chameneos : Workloads.Chameneos
{
    private readonly Lock _lock = new();
    private Barrier _games = null!;
    private List<Slot<MallMeeting>> _slots = [];
    private List<Thread> _threads = [];
    private bool _isOver;

    protected override void Open()
    {
        _isOver = false;
        _games = new(Creatures.Count + 1);
        _slots = [.. Creatures.Select(_ => new Slot<MallMeeting>())];
        _threads = [.. Creatures.Select(creature => new Thread(() => Live(creature)))];
        _threads.ForEach(thread => thread.Start());
    }

    protected override void Play()
    {
        _games.SignalAndWait();
        AwaitFaded();
    }

    protected override void Close()
    {
        _isOver = true;
        _games.SignalAndWait();
        _threads.ForEach(thread => thread.Join());
    }

    private void Live(Creature creature)
    {
        using var unit = Units.Enter();
        for (_games.SignalAndWait(); !_isOver; _games.SignalAndWait())
        {
            while (TryMeet(creature, out var meeting))
            {
                creature.Meet(meeting);
            }

            creature.Fade();
        }
    }

    private bool TryMeet(Creature creature, out MallMeeting meeting)
    {
        MallAnswer answer;
        lock (_lock)
        {
            answer = Mall.Arrive(creature.Visit, out meeting);
        }

        if (answer == MallAnswer.Waits)
        {
            meeting = _slots[creature.Id].Take();
        }
        else if (answer == MallAnswer.Meets)
        {
            _slots[meeting.First.Creature].Put(meeting);
        }

        return answer != MallAnswer.IsClosed;
    }
}
