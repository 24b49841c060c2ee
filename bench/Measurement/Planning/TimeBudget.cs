using System.Globalization;

namespace Bench.Measurement.Planning;

/// <summary>Wall time that a command may take.</summary>
/// <param name="Length">All of it.</param>
/// <param name="Spent">Time since the command began.</param>
public sealed record TimeBudget(TimeSpan Length, Func<TimeSpan> Spent)
{
    private const double MostSeconds = 1000 * 3600;

    public TimeSpan Left => Length - Spent() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>True when so many rounds would probably end in time.</summary>
    public bool Fits(TimeSpan round, int rounds) => round * rounds <= Left;

    /// <summary>Reads <c>90s</c>, <c>20m</c> or <c>1h</c>; null when it is none of them or not above zero.</summary>
    public static TimeSpan? Parse(string text)
    {
        var number = double.TryParse(
            text.AsSpan(0, Math.Max(0, text.Length - 1)),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        );
        var seconds = text is [.., var unit]
            ? value
                * unit switch
                {
                    's' => 1,
                    'm' => 60,
                    'h' => 3600,
                    _ => 0,
                }
            : 0;
        return number && seconds is >= 1 and <= MostSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>A time in the form that <see cref="Parse"/> reads, in the largest unit that divides it.</summary>
    public static string Format(TimeSpan time) =>
        time switch
        {
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => Text(time.TotalHours, 'h'),
            { Ticks: var ticks } when ticks % TimeSpan.TicksPerMinute == 0 => Text(time.TotalMinutes, 'm'),
            _ => Text(Math.Round(time.TotalSeconds), 's'),
        };

    private static string Text(double value, char unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
}
