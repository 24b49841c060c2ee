using Bench.Measurement.Recording;

namespace Bench.Workloads;

/// <summary>One that goes to the mall again and again, to meet others. One unit at a time uses it.</summary>
public sealed class Creature
{
    private readonly BackToBack _timer;
    private readonly Arrival _faded;

    internal Creature(int id, BackToBack timer, Arrival faded)
    {
        Id = id;
        Colour = CreatureColours.First(id);
        _timer = timer;
        _faded = faded;
    }

    /// <summary>Its number, from 0.</summary>
    public int Id { get; }

    /// <summary>Its colour now.</summary>
    public CreatureColour Colour { get; private set; }

    /// <summary>Meetings that it has had, over all games.</summary>
    public long Meetings { get; private set; }

    /// <summary>Meetings that it was told of and that are not its own, or not its present one.</summary>
    public long Faults { get; private set; }

    /// <summary>How it comes to the mall.</summary>
    public MallVisit Visit => new(Id, Meetings, Colour);

    /// <summary>Has met somebody, which ends its visit: the next one begins.</summary>
    public void Meet(MallMeeting meeting)
    {
        var (own, other) =
            meeting.First.Creature == Id ? (meeting.First, meeting.Second) : (meeting.Second, meeting.First);
        if (own != Visit || other.Creature == Id)
        {
            Faults++;
            return;
        }

        Colour = CreatureColours.Complement(Colour, other.Colour);
        Meetings++;
        _timer.TryGoOn();
    }

    /// <summary>Has found the mall closed, which ends its last visit.</summary>
    public void Fade()
    {
        _timer.End();
        _faded.Report();
    }

    /// <summary>A game begins: the first visit counts from now on.</summary>
    internal void Begin(long now) => _timer.Start(now);
}
