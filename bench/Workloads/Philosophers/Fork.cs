namespace Bench.Workloads;

/// <summary>
/// A fork that bears the stamp of whoever eats with it. It keeps nobody away: that is the model's part. It only notices
/// when two hold it.
/// </summary>
public sealed class Fork
{
    private const int Nobody = -1;
    private int _holder = Nobody;
    private int _last = Nobody;

    /// <summary>Times that it was taken; a plain count, so that two who take it at once may lose one.</summary>
    public long Uses { get; private set; }

    /// <summary>Times that it was taken by another than the time before.</summary>
    public long Handovers { get; private set; }

    // Volatile, so that the stamp is really looked at again; no more than that, for a fork that synchronised its holders
    // would hide a lane that does not.
    internal bool TryTake(int seat)
    {
        var wasFree = Volatile.Read(ref _holder) == Nobody;
        Volatile.Write(ref _holder, seat);
        Uses++;
        Handovers += _last == seat ? 0 : 1;
        _last = seat;
        return wasFree;
    }

    internal bool TryPutBack(int seat)
    {
        var wasMine = Volatile.Read(ref _holder) == seat;
        Volatile.Write(ref _holder, Nobody);
        return wasMine;
    }
}
