using Bench.Workloads;

namespace Bench.Tasks;

/// <summary>
/// A task per creature and game; the mall has one lock. Who has to wait awaits that the one that comes next tells it.
/// </summary>
public class Chameneos : Workloads.Chameneos
{
    private readonly Lock _lock = new();
    private Slot<MallMeeting>[] _slots = [];

    protected override void Open() => _slots = [.. Creatures.Select(_ => new Slot<MallMeeting>())];

    protected override void Play() =>
        Task.WaitAll(Creatures.Select(creature => Task.Run(() => LiveAsync(creature))));

    protected override void Close() { }

    private async Task LiveAsync(Creature creature)
    {
        using var unit = Units.Enter();
        while (await MeetAsync(creature) is { } meeting)
        {
            creature.Meet(meeting);

            // To the end of the pool's queue: else those who met last would have the mall to themselves.
            await Task.Yield();
        }

        creature.Fade();
    }

    private async ValueTask<MallMeeting?> MeetAsync(Creature creature)
    {
        MallAnswer answer;
        MallMeeting meeting;
        lock (_lock)
        {
            answer = Mall.Arrive(creature.Visit, out meeting);
        }

        switch (answer)
        {
            case MallAnswer.Waits:
                return await _slots[creature.Id].TakeAsync();
            case MallAnswer.Meets:
                _slots[meeting.First.Creature].Put(meeting);
                return meeting;
            default:
                return null;
        }
    }
}
