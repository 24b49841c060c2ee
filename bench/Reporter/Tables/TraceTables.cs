using Bench.Analysis;
using Bench.Reporter.Content;
using Bench.Reporter.Words;
using Bench.Results;

namespace Bench.Reporter.Tables;

/// <summary>Where the time of a scenario's units went, and what it cost to see that.</summary>
internal static class TraceTables
{
    private const string WithInterval = "Centre over launches with its 95 % interval.";

    private static readonly (string Heading, Func<TraceShares, double?> Share)[] s_lane =
    [
        ("in steps", shares => shares.Work),
        ("at the backend", shares => shares.Backend),
        ("answered, not gone on", shares => shares.Waking),
        ("handing over", shares => shares.HandingOver),
        ("waiting", shares => shares.Waiting),
        ("ready, no processor (within)", shares => shares.Ready),
        ("on locks (within)", shares => shares.Locks),
    ];

    private static readonly (string Heading, Func<TracedUnits, double> Seconds)[] s_units =
    [
        ("in steps", units => units.WorkSeconds),
        ("at the backend", units => units.BackendSeconds),
        ("answered, not gone on", units => units.WakingSeconds),
        ("waiting or handing over", units => units.OtherSeconds),
    ];

    /// <summary>Three tables, or none when nothing was traced.</summary>
    public static IEnumerable<Table> Of(Scenario scenario)
    {
        Arm[] traced = [.. TracingCost.Pairs(scenario).Select(pair => pair.Traced)];
        if (traced.Length == 0)
        {
            yield break;
        }

        yield return Lanes(traced);
        yield return Units(traced);
        yield return Cost(scenario, traced);
    }

    private static Table Lanes(Arm[] traced) =>
        Table.Plain(
            "Traced: shares of the lifetimes of all units of a lane. Handing over is the lane's processor time beyond its steps (queues, scheduling, collections); what is left "
                + "is waiting: on queues and locks, and for a turn. The last two columns lie within the others: threads that were ready and had no processor, and threads that waited for a monitor or lock. "
                + WithInterval,
            [new("model", false), .. s_lane.Select(column => new Column(column.Heading, true))],
            [
                .. traced.Select(arm => new TableRow(
                    ArmName.Of(arm),
                    Cells(
                        arm,
                        s_lane.Select(column =>
                            Fraction(
                                $"lane {column.Heading}",
                                sample => TraceShares.Of(sample) is { } shares ? column.Share(shares) : null
                            )
                        )
                    )
                )),
            ]
        );

    private static Table Units(Arm[] traced) =>
        new(
            "Traced: the same by what units do, told by their steps; units is how many of them lived at once, on average. What handing over took cannot be told from waiting here. "
                + WithInterval,
            [
                new("units that do", false),
                new("units", true),
                .. s_units.Select(column => new Column(column.Heading, true)),
            ],
            [.. traced.Select(arm => new TableGroup(ArmName.Of(arm), [.. Rows(arm)]))]
        );

    private static IEnumerable<TableRow> Rows(Arm arm) =>
        from steps in arm
            .Samples.SelectMany(sample => sample.Trace?.Units ?? [])
            .Select(units => units.Steps)
            .Distinct()
        select new TableRow(
            steps.Length == 0 ? "no step" : steps,
            Cells(
                arm,
                s_units
                    .Select(column =>
                        Fraction(
                            $"{steps}: {column.Heading}",
                            sample =>
                                Find(sample, steps) is { LifetimeSeconds: > 0 and var life } units
                                    ? column.Seconds(units) / life
                                    : null
                        )
                    )
                    .Prepend(
                        new(
                            $"trace {steps}",
                            "",
                            Unit.Count,
                            false,
                            sample => Find(sample, steps)?.LifetimeSeconds / sample.Trace!.WindowSeconds
                        )
                    )
            )
        );

    private static Table Cost(Scenario scenario, Arm[] traced)
    {
        var verdicts = TracingCost.Of(scenario).ToLookup(verdict => verdict.Contender);
        return Table.Plain(
            "What tracing costs: traced ÷ untraced, the same case in the same rounds, with the 99 % interval; one family (Benjamini–Hochberg). The figures of all other tables and pictures are untraced.",
            [
                new("model", false),
                .. TracingCost
                    .Asked(scenario)
                    .Select(metric => new Column(metric.Title.ToLowerInvariant(), false)),
            ],
            [
                .. traced.Select(arm => new TableRow(
                    ArmName.Of(arm),
                    [.. verdicts[arm.Name].Select(verdict => Cell.Word(VerdictWords.Of(verdict)))]
                )),
            ]
        );
    }

    private static TracedUnits? Find(Sample sample, string steps) =>
        sample.Trace?.Units.Find(units => units.Steps == steps);

    private static Metric Fraction(string name, Func<Sample, double?> select) =>
        new($"trace {name}", "", Unit.Fraction, false, select);

    private static List<Cell> Cells(Arm arm, IEnumerable<Metric> metrics) =>
        [.. metrics.Select(metric => ArmCells.Of(arm, metric, best: null))];
}
