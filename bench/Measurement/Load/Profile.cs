namespace Bench.Measurement.Load;

/// <summary>A load over time: a rate per second or a number of users, piecewise linear.</summary>
public sealed class Profile
{
    private readonly (TimeSpan At, double Level)[] _points;

    private Profile(params (TimeSpan, double)[] points) => _points = points;

    /// <summary>The highest level, rounded up.</summary>
    public int Highest => (int)Math.Ceiling(_points.Max(point => point.Level));

    /// <summary>The same level all the time.</summary>
    public static Profile Constant(double level) => new((TimeSpan.Zero, level));

    /// <summary>One level until <paramref name="at"/>, another from then on.</summary>
    public static Profile Step(double before, double after, TimeSpan at) =>
        new((TimeSpan.Zero, before), (at, before), (at, after));

    /// <summary>From one level to another in a straight line.</summary>
    public static Profile Ramp(double from, double to, TimeSpan start, TimeSpan end) =>
        new((start, from), (end, to));

    /// <summary>A base level with a higher one in between.</summary>
    public static Profile Spike(double normal, double spike, TimeSpan start, TimeSpan end) =>
        new((TimeSpan.Zero, normal), (start, normal), (start, spike), (end, spike), (end, normal));

    /// <summary>The level at a time from the start.</summary>
    public double At(TimeSpan time)
    {
        var next = Array.FindIndex(_points, point => point.At > time);
        if (next == 0)
        {
            return _points[0].Level;
        }

        if (next < 0)
        {
            return _points[^1].Level;
        }

        var (from, to) = (_points[next - 1], _points[next]);
        return from.Level + ((to.Level - from.Level) * ((time - from.At) / (to.At - from.At)));
    }

    /// <summary>The next time after <paramref name="time"/> at which the level rises, or null.</summary>
    public TimeSpan? NextRise(TimeSpan time)
    {
        for (var i = 1; i < _points.Length; i++)
        {
            if (_points[i].Level > _points[i - 1].Level && _points[i].At > time)
            {
                return _points[i].At;
            }
        }

        return null;
    }
}
