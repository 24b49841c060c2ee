namespace Bench.Workloads;

/// <summary>
/// The place where two at a time meet. One unit at a time uses it. As it sees all meetings one after the other, it is the
/// sequential oracle, too: it knows by itself what colour each visitor must have.
/// </summary>
public sealed class Mall
{
    private readonly CreatureColour[] _colours;
    private readonly long[] _meetings;
    private MallVisit? _waiting;
    private int _left;

    internal Mall(int creatures)
    {
        _colours = [.. Enumerable.Range(0, creatures).Select(CreatureColours.First)];
        _meetings = new long[creatures];
    }

    /// <summary>Meetings that took place, over all games.</summary>
    public long Meetings { get; private set; }

    /// <summary>Visitors that came twice at once, or with another colour or number of meetings than they must have.</summary>
    public long Faults { get; private set; }

    /// <summary>The colour that each creature must have now.</summary>
    internal IReadOnlyList<CreatureColour> Colours => _colours;

    /// <summary>A creature comes.</summary>
    /// <param name="visit">Who comes.</param>
    /// <param name="meeting">Who meet, if two do: the one that waited and this one.</param>
    public MallAnswer Arrive(MallVisit visit, out MallMeeting meeting)
    {
        meeting = default;
        var (creature, number, colour) = visit;
        var isWaiting = _waiting?.Creature == creature;
        Faults += isWaiting || number != _meetings[creature] || colour != _colours[creature] ? 1 : 0;
        if (_left == 0)
        {
            return MallAnswer.IsClosed;
        }

        if (_waiting is not { } first)
        {
            _waiting = visit;
            return MallAnswer.Waits;
        }

        _waiting = null;
        _left--;
        meeting = new(first, visit);
        Note(first.Creature, creature);
        return MallAnswer.Meets;
    }

    /// <summary>A game begins.</summary>
    internal void Open(int meetings) => _left = meetings;

    private void Note(int first, int second)
    {
        Meetings++;
        _meetings[first]++;
        _meetings[second]++;
        _colours[first] = _colours[second] = CreatureColours.Complement(_colours[first], _colours[second]);
    }
}
