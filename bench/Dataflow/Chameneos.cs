using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A block owns the mall, which tells both of two when they meet; a creature is a block, which posts its next visit.</summary>
public class Chameneos : Workloads.Chameneos
{
    private ActionBlock<MallVisit> _mall = null!;
    private ActionBlock<MallMeeting?>[] _creatures = [];
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _mall = new(Receive);
        _creatures =
        [
            .. Creatures.Select(creature => new ActionBlock<MallMeeting?>(meeting =>
                Live(creature, meeting)
            )),
        ];
        _ended = Units.CountAsync([.. _creatures, _mall]);
    }

    protected override void Play()
    {
        foreach (var creature in Creatures)
        {
            _mall.Post(creature.Visit);
        }

        AwaitFaded();
    }

    protected override void Close()
    {
        Array.ForEach(_creatures, creature => creature.Complete());
        _mall.Complete();
        _ended.Wait();
    }

    private void Receive(MallVisit visit)
    {
        switch (Mall.Arrive(visit, out var meeting))
        {
            case MallAnswer.Meets:
                _creatures[meeting.First.Creature].Post(meeting);
                _creatures[meeting.Second.Creature].Post(meeting);
                break;
            case MallAnswer.IsClosed:
                _creatures[visit.Creature].Post(null);
                break;
            default:
                break;
        }
    }

    private void Live(Creature creature, MallMeeting? told)
    {
        if (told is { } meeting)
        {
            creature.Meet(meeting);
            _mall.Post(creature.Visit);
        }
        else
        {
            creature.Fade();
        }
    }
}
