using System.Globalization;
using Bench.Analysis;
using Bench.Analysis.Decisions;
using Bench.Results;

namespace Bench.Reporter.Decisions;

/// <summary>What the evidence is worth: what was refused, what disturbed it, and what it cannot show.</summary>
internal static class EvidenceSections
{
    public static RecordSection Of(Decision decision, DecisionSources sources) =>
        new("Validity and limits of the evidence", 3)
        {
            Points =
            [
                .. Samples(decision),
                new("The same code measured twice", AaCheck.Of(decision.Pool).Sentence),
                .. Disturbed(decision.Pool),
                .. Generator(decision),
                .. decision.Pool.Manifest.Machine.Warnings.Select(warning => new Point(
                    "Machine",
                    $"{warning}."
                )),
                .. Commits(sources),
                .. sources.Ended is null ? Array.Empty<Point>() : [new("Ended early", sources.Ended)],
                .. decision.LeftOut.Select(criterion => new Point(
                    "Not counted",
                    $"{criterion.Title} has a weight, but some option has no figure of it, so it counts nothing."
                )),
                .. Limits(decision),
            ],
        };

    private static IEnumerable<Point> Samples(Decision decision)
    {
        var arms = decision.Options.Select(option => option.Arm).OfType<Arm>().ToList();
        var refused = arms.SelectMany(arm => arm.Refused.Select(refusal => (arm.Case, refusal))).ToList();
        var reasons = refused
            .GroupBy(item =>
                (item.Case.Model, item.Case.Variant, item.Case.Terms, item.refusal.Reasons[0].Split(':')[0])
            )
            .Select(group =>
                $"{VariantName.Of(group.Key.Model, group.Key.Variant, "/")} ({group.Key.Terms}): {group.Count()} × {group.Key.Item4}"
            );
        yield return new(
            "Samples",
            $"{arms.Sum(arm => arm.Samples.Count)} launches at this load count, {refused.Count} were refused{(refused.Count == 0 ? "" : $" ({string.Join("; ", reasons)})")}. A launch is refused when it breaks an invariant, loses count of operations, contradicts Little's law (operations in flight = throughput × latency) or its load generator was late."
        );
    }

    private static IEnumerable<Point> Disturbed(RunAnalysis pool) =>
        new[] { DisturbanceText.Replaced(pool), DisturbanceText.Kept(pool) }
            .OfType<string>()
            .Select(text => new Point("Disturbed rounds", text));

    private static IEnumerable<Point> Generator(Decision decision)
    {
        var samples = decision.Options.SelectMany(option => option.Arm?.Samples ?? []).ToList();
        if (samples.Count == 0)
        {
            yield break;
        }

        var latest = samples.Max(sample => sample.LatenessNanoseconds?.P99);
        if (latest is { } late)
        {
            yield return new(
                "Load generator",
                $"in no launch that counts was it later than {Quantities.Format(late, Unit.Nanoseconds)} (p99 of its lateness)."
            );
        }

        var processors = decision.Pool.Manifest.Machine.LogicalProcessors;
        var measuring = Share(samples, sample => sample.MeasuringProcessorSeconds);
        var lane = Share(samples, sample => sample.ProcessorSeconds);
        yield return new(
            "Processors",
            string.Create(
                CultureInfo.InvariantCulture,
                $"load generator, simulated backend and sampler run on the same {processors} processors as the option and kept {measuring} of them busy on average, the options {lane}. Their time is not charged to the option, but an option that needs every processor is disturbed more than one that does not."
            )
        );
    }

    private static string Share(List<Sample> samples, Func<Sample, double> seconds) =>
        Quantities.Significant(
            samples.Average(sample => seconds(sample) / Math.Max(sample.DurationSeconds, 1e-9))
        );

    private static IEnumerable<Point> Commits(DecisionSources sources)
    {
        var commits = sources
            .Runs.Where(run => run.What != DecisionSource.Pitfalls)
            .Select(run => run.Commit ?? "outside a checkout")
            .Distinct()
            .ToList();
        if (commits.Count > 1)
        {
            yield return new(
                "Commits",
                $"the evidence is of {commits.Count} states of the suite: {string.Join(", ", commits)}."
            );
        }
        else if (commits.Any(commit => commit.EndsWith("+changes", StringComparison.Ordinal)))
        {
            yield return new(
                "Commits",
                "the suite had uncommitted changes: the commit alone does not repeat the evidence."
            );
        }
    }

    private static IEnumerable<Point> Limits(Decision decision)
    {
        var parameters = decision.Options[0].Option.Case.Parameters;
        var (warmUp, measured) = (
            parameters.Number("warmUpMilliseconds"),
            parameters.Number("measuredMilliseconds")
        );
        if (warmUp is not null && measured is not null)
        {
            yield return new(
                "Window",
                $"each launch is loaded for {Quantities.Format(warmUp.Value, Unit.Milliseconds)} and then counts for {Quantities.Format(measured.Value, Unit.Milliseconds)}: what takes longer to show, such as leaks, a growing heap or the swings of a day, is not in it."
            );
        }

        yield return new(
            "Not your service",
            "the work and the backend are simulated: fixed service times, no network, no other tenants. The order of options is the better founded the more the workload resembles the real one; absolute figures are this machine's."
        );
        yield return new(
            "Known leanings",
            "bench/docs/bias.md lists what the suite, the runtime and each model's configuration are known to favour. One touches the cost of every option that runs on the ThreadPool: its workers spin before they sleep, so that at a light load some of their processor time is waiting, which threads do without (DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 shows how much)."
        );
        yield return new(
            "Errors of judgement",
            "each “met” or “not met” is wrong with a chance of at most 1 %, all looks together, and so is “dearer”; no allowance is made for how many options and objectives are judged. For errors, which are mostly zero, that takes ten launches without too many."
        );
    }
}
