using Bench.Analysis;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Bench.Reporter.Charts;

/// <summary>A numeric axis: its range in plot coordinates, its ticks, and where a value lies on it.</summary>
/// <param name="Low">Lower end, in plot coordinates.</param>
/// <param name="High">Upper end, in plot coordinates.</param>
/// <param name="Ticks">Ticks with labels that carry their unit.</param>
/// <param name="IsLog">True when coordinates are log10 of values.</param>
internal sealed record Axis(double Low, double High, IReadOnlyList<Tick> Ticks, bool IsLog)
{
    // Less than this (a factor of 1.6) on a log axis would make noise look like a difference.
    private const double NarrowestDecades = 0.2;

    // How far from the centres an interval may take a log axis.
    private const double Reach = 30;

    /// <summary>
    /// A log axis around centres and their intervals: an interval's end that is further from all centres than a factor of thirty is
    /// beyond the axis, which would else show that interval and nothing more.
    /// </summary>
    /// <param name="estimates">What is drawn.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="room">Pixels along the axis, and those that a label takes.</param>
    /// <param name="also">Values that are to be within the axis, too.</param>
    public static Axis LogAround(
        IReadOnlyList<Estimate> estimates,
        Unit unit,
        Room room,
        params IReadOnlyList<double> also
    )
    {
        var centres = estimates
            .Select(estimate => estimate.Value)
            .Concat(also)
            .Where(value => value > 0)
            .ToList();
        return centres.Count == 0
            ? Log(centres, unit, room)
            : Log(
                centres.Concat(
                    estimates
                        .SelectMany(estimate => new[] { estimate.Low, estimate.High })
                        .OfType<double>()
                        .Select(end => Math.Clamp(end, centres.Min() / Reach, centres.Max() * Reach))
                ),
                unit,
                room
            );
    }

    /// <summary>A log axis around the positive ones of the values.</summary>
    public static Axis Log(IEnumerable<double> values, Unit unit, Room room)
    {
        var logs = values.Where(value => value > 0 && double.IsFinite(value)).Select(Math.Log10).ToList();
        if (logs.Count == 0)
        {
            logs.Add(0);
        }

        var (low, high) = (logs.Min(), logs.Max());
        var pad = Math.Max(0.04 * (high - low), (NarrowestDecades - (high - low)) / 2);
        (low, high) = (low - pad, high + pad);
        return new(low, high, LogTicks.Between(low, high, unit, room), IsLog: true);
    }

    /// <summary>A linear axis from zero to a little beyond the largest value or end of an interval.</summary>
    public static Axis FromZero(IReadOnlyList<Estimate> estimates, Unit unit, Room room) =>
        FromZero(
            estimates.SelectMany(estimate =>
                new[] { estimate.Value, estimate.Low ?? estimate.Value, estimate.High ?? estimate.Value }
            ),
            unit,
            room
        );

    /// <summary>A linear axis from zero to a little beyond the largest value (and below zero for negative ones).</summary>
    public static Axis FromZero(IEnumerable<double> values, Unit unit, Room room)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(1).ToList();
        var high = Math.Max(finite.Max(), 0);
        var low = Math.Min(finite.Min(), 0);
        high = high == low ? low + 1 : high;
        var pad = 0.04 * (high - low);
        // A little room before zero, too, so that a mark at zero is whole.
        (low, high) = (low - pad, high + pad);
        return new(low, high, [.. LinearTicks.Between(low, high, unit, room)], IsLog: false);
    }

    /// <summary>The coordinate of a value; values that a log axis cannot hold lie at its lower end.</summary>
    public double Place(double value) =>
        !IsLog ? value
        : value > 0 ? Math.Log10(value)
        : Low;

    /// <summary>True for a value that lies beyond an end.</summary>
    public bool IsBeyond(double value) => (IsLog && value <= 0) || Place(value) < Low || Place(value) > High;

    public void ApplyTo(IAxis axis)
    {
        axis.Min = Low;
        axis.Max = High;
        axis.TickGenerator = new NumericManual([.. Ticks]);
    }
}
