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

    /// <summary>A base level, with another one in the middle third of the measured time.</summary>
    /// <param name="normal">The base level.</param>
    /// <param name="spike">The level in the middle third; 0 for the base level all the time.</param>
    /// <param name="warmUp">Time before the measured time.</param>
    /// <param name="measured">The measured time.</param>
    public static Profile MiddleThird(double normal, double spike, TimeSpan warmUp, TimeSpan measured) =>
        spike == 0
            ? Constant(normal)
            : Spike(normal, spike, warmUp + (measured / 3), warmUp + (measured * 2 / 3));

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

    /// <summary>
    /// Seconds from the start until the area under the profile (level × seconds) reaches <paramref name="area"/>;
    /// infinite when it never does.
    /// </summary>
    public double SecondsUntil(double area)
    {
        var (start, level) = (0.0, _points[0].Level);
        foreach (var (at, next) in _points)
        {
            var length = at.TotalSeconds - start;
            var part = (level + next) / 2 * length;
            if (part > area)
            {
                // The root of level·x + slope·x²/2 = area, in the form that also bears a slope of zero.
                var slope = (next - level) / length;
                return start
                    + (2 * area / (level + Math.Sqrt(Math.Max(0, (level * level) + (2 * slope * area)))));
            }

            area -= part;
            (start, level) = (at.TotalSeconds, next);
        }

        return level > 0 ? start + (area / level) : double.PositiveInfinity;
    }

    /// <summary>The next time after <paramref name="time"/> at which the level rises above a level, or null.</summary>
    public TimeSpan? NextAbove(double level, TimeSpan time)
    {
        var next = Array.FindIndex(_points, point => point.At > time && point.Level > level);
        if (next < 1)
        {
            return null;
        }

        var (from, to) = (_points[next - 1], _points[next]);
        return from.At + ((to.At - from.At) * ((level - from.Level) / (to.Level - from.Level)));
    }
}
