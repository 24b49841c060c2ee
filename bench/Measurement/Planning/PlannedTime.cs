using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Planning;

/// <summary>
/// How long samples will about take, before any is taken: the load that a case's parameters ask for, or what a case without one took on
/// average, and what a process needs besides. On the reference's runs it is within 6 % of what they took.
/// </summary>
public static class PlannedTime
{
    private const double ProcessSeconds = 0.55;
    private const double SecondsWithoutLoad = 1.5;
    private static readonly string[] s_loads =
    [
        "warmUpMilliseconds",
        "measuredMilliseconds",
        "soakMilliseconds",
    ];

    /// <summary>The time of so many samples, one after the other.</summary>
    public static TimeSpan Of(IEnumerable<PlannedCase> samples) => TimeSpan.FromSeconds(samples.Sum(Seconds));

    /// <summary>A time as far as a guess goes: <c>40 s</c>, <c>12 min</c>, <c>3 h 20 min</c>.</summary>
    public static string Format(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 95 } => Text($"{Math.Max(1, Math.Round(time.TotalSeconds))} s"),
            { TotalMinutes: < 95 } => Text($"{Math.Round(time.TotalMinutes)} min"),
            _ => Text($"{(int)time.TotalHours} h {time.Minutes / 10 * 10} min"),
        };

    private static double Seconds(PlannedCase planned)
    {
        var load = s_loads.Sum(name =>
            planned.Configuration.Number(name) ?? planned.Parameters.Number(name) ?? 0
        );
        return load > 0 ? ProcessSeconds + (load / 1000) : SecondsWithoutLoad;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
