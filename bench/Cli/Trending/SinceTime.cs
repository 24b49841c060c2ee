using System.Globalization;

namespace Bench.Cli.Trending;

/// <summary>The time from which on changes count.</summary>
/// <param name="At">The time.</param>
/// <param name="Words">What it is, such as <c>the release v1.2</c>.</param>
internal sealed record SinceTime(DateTimeOffset At, string Words)
{
    /// <summary>Help text of <c>--since</c>.</summary>
    public const string Help =
        "Changes from then on: 30d, 2026-01-31, or a commit, tag or branch; by default the newest tag, else 30d.";

    private const int UsualDays = 30;
    private const int MostDays = 36_500;

    /// <summary>What <c>--since</c> asks for: days, a date, or a commit, tag or branch; without it the newest tag, else 30 days.</summary>
    /// <param name="text">The option's value; null when it is not given.</param>
    /// <param name="now">The present.</param>
    /// <param name="repository">The checkout whose commits and tags are meant.</param>
    /// <exception cref="UserException">It is none of them.</exception>
    public static SinceTime Of(string? text, DateTimeOffset now, string repository) =>
        text is null ? Newest(now, repository)
        : Days(text) is { } days ? DaysAgo(days, now)
        : Date(text) is { } date ? new(date, Day(date))
        : Checkout.TimeOf(repository, text) is { } time ? new(time, $"{text} ({Day(time)})")
        : throw new UserException(
            $"--since {text}: neither days (30d), a date (2026-01-31) nor a commit, tag or branch of {repository}"
        );

    private static SinceTime Newest(DateTimeOffset now, string repository) =>
        Checkout.NewestTag(repository) is { } tag && Checkout.TimeOf(repository, tag) is { } time
            ? new(time, $"the release {tag} ({Day(time)})")
            : DaysAgo(UsualDays, now);

    private static SinceTime DaysAgo(int days, DateTimeOffset now)
    {
        var at = now.AddDays(-days);
        return new(at, string.Create(CultureInfo.InvariantCulture, $"{Day(at)} ({days} days)"));
    }

    private static int? Days(string text) =>
        text.EndsWith('d')
        && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days is > 0 and <= MostDays
                ? days
                : throw new UserException($"--since {text}: give from 1d to {MostDays}d")
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;

    private static string Day(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
