namespace Bench.Measurement.Load;

/// <summary>Who calls when. Used by the generator's thread alone; times are nanoseconds of its clock.</summary>
public interface IArrivals
{
    /// <summary>The next intended start, or <see cref="long.MaxValue"/> while nobody is due.</summary>
    long NextAt { get; }

    /// <summary>Takes the caller due at <see cref="NextAt"/> and returns its number.</summary>
    int Take();

    /// <summary>The caller's operation has ended, one way or another: it may call again.</summary>
    void Ended(int caller, long at);
}
