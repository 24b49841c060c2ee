using Bench.Analysis;
using Bench.Analysis.Decisions;

namespace Bench.Reporter.Decisions;

/// <summary>Words of a record that not every reader knows.</summary>
internal static class Glossary
{
    public static IEnumerable<Point> Of(Decision decision)
    {
        foreach (
            var quantile in decision
                .Requirement.Level.Objectives.Select(objective => objective.Metric.Id)
                .Append(Metrics.P99.Id)
                .Where(id => id.Length > 1 && id[0] == 'p' && char.IsAsciiDigit(id[1]))
                .Distinct()
        )
        {
            yield return new(
                quantile,
                $"the latency that {Share(quantile)} of operations do not exceed, counted from the moment each was meant to start"
            );
        }

        yield return new(
            "launch",
            "one process that carries the load once; figures and intervals are over launches, never over operations"
        );
        yield return new(
            "interval",
            "where the figure of many more launches would probably lie; 99 % over all looks, and 95 % of a capacity"
        );
        yield return new(
            "look",
            $"a number of launches at which it is decided ({string.Join(", ", EvidencePool.PlannedLooks)}); intervals are wide enough for all of them"
        );
        yield return new(
            "equal terms",
            "every option has the same limits, queue bound and backend; “as told” options are configured as the article that the suite grew from tells it"
        );
        yield return new(
            "peak resident memory",
            "the most memory that the whole process held, the .NET runtime included"
        );
        yield return new(
            "processor time per operation",
            "what the option's threads used, without the load generator's, ÷ operations completed"
        );
        yield return new(
            "capacity",
            "the load at which a launch is as likely to keep the service level as to miss it"
        );
        yield return new("headroom", "capacity ÷ the load asked for");
    }

    private static string Share(string quantile) => quantile == "p999" ? "99.9 %" : $"{quantile[1..]} %";
}
