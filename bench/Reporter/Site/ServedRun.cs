namespace Bench.Reporter.Site;

/// <summary>A run as the site's first page lists it.</summary>
/// <param name="Link">Path of its report on the site.</param>
/// <param name="Run">Its id.</param>
/// <param name="StartedAt">When it began, in words.</param>
/// <param name="Preset">Its preset.</param>
/// <param name="Size">Workloads, models, cases and rounds, in words.</param>
/// <param name="Machine">The machine in words.</param>
/// <param name="Commit">Commit of the suite; empty when none is known.</param>
/// <param name="HasReport">False when no report has been drawn yet.</param>
public sealed record ServedRun(
    string Link,
    string Run,
    string StartedAt,
    string Preset,
    string Size,
    string Machine,
    string Commit,
    bool HasReport
);
