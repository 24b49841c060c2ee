using Bench.Analysis.Trends;
using Bench.Measurement.Hosting;
using Bench.Results.History;

namespace Bench.Cli.Trending;

/// <summary>Two commits between which changes lie, so that one run of both answers for all of them.</summary>
/// <param name="Earlier">The run before the earliest that can be the first after one of the changes (95 %).</param>
/// <param name="Later">The latest that can be.</param>
/// <param name="Preset">Size of the cases.</param>
/// <param name="Findings">The changes.</param>
internal sealed record CommitSpan(
    SeriesPoint Earlier,
    SeriesPoint Later,
    Presets Preset,
    IReadOnlyList<TrendFinding> Findings
)
{
    /// <summary>The cases that changed, each once.</summary>
    public IReadOnlyList<string> Cases =>
        [.. Findings.Select(finding => finding.Trend.Series.Case).Distinct(StringComparer.Ordinal)];

    /// <summary>The span of one step, as far as its place is known.</summary>
    public static CommitSpan Of(TrendFinding step, Presets preset)
    {
        var (points, change) = (step.Trend.Points, step.Change);
        return new(
            points[Math.Max(0, change.Earliest - 1)].Source,
            points[change.Latest].Source,
            preset,
            [step]
        );
    }

    /// <summary>Spans that overlap become one; those of the worst changes come first.</summary>
    public static IReadOnlyList<CommitSpan> Merge(IEnumerable<CommitSpan> spans)
    {
        var merged = new List<CommitSpan>();
        foreach (var span in spans.OrderBy(span => span.Earlier.StartedAt))
        {
            var place = merged.FindIndex(other =>
                other.Preset == span.Preset && other.Later.StartedAt > span.Earlier.StartedAt
            );
            if (place < 0)
            {
                merged.Add(span);
            }
            else
            {
                merged[place] = merged[place].With(span);
            }
        }

        return [.. merged.OrderByDescending(span => span.Findings.Max(finding => finding.Change.SureEffect))];
    }

    private CommitSpan With(CommitSpan later) =>
        this with
        {
            Later = later.Later.StartedAt > Later.StartedAt ? later.Later : Later,
            Findings = [.. Findings, .. later.Findings],
        };
}
