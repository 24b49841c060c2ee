using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>Judges the parts of a claim by the samples at hand, each line by itself.</summary>
internal sealed class PartJudge(
    Claim claim,
    IReadOnlyList<RunAnalysis> runs,
    IReadOnlyList<PitfallTrials> pitfalls
)
{
    private readonly ArmSource _source = new(runs);

    public IEnumerable<LedgerLine> Lines(ClaimPart part)
    {
        if (part.Awaits is { } awaited)
        {
            return [Unmeasured(part, $"needs {awaited}")];
        }

        if (part.Pitfall is { } pitfall)
        {
            return [CaughtPitfall.Judge(Line(part, terms: null), pitfall, pitfalls)];
        }

        if (part.Code is { } code)
        {
            return code.Contenders.Select(
                (contender, index) =>
                    CodeRatio.Judge(
                        Line(part, terms: null) with
                        {
                            Decides = index == 0 && !part.Aside,
                            Metric = code.Measure.Id,
                            Contender = contender,
                            Baseline = code.Baseline,
                        },
                        part,
                        runs
                    )
            );
        }

        return part.Relation == ClaimRelation.NoSingleBest
            ? part.Sides.Select(side => Line(part, side.Terms)).Select(line => SingleBest.Judge(line, runs))
            : part.Sides.SelectMany(side =>
                side.Arms.Contenders.Select(
                    (contender, index) => Judge(part, side.Terms, side.Arms.Baseline, contender, index == 0)
                )
            );
    }

    private LedgerLine Judge(
        ClaimPart part,
        string terms,
        ClaimArm? baseline,
        ClaimArm contender,
        bool isFirst
    )
    {
        var line = Line(part, terms) with
        {
            Decides = isFirst && !part.Aside,
            Workload = contender.Workload,
            Contender = contender.Name,
            Baseline = baseline?.Name,
        };
        var found = _source.Find(baseline is null ? [contender] : [contender, baseline]);
        if (found.Arms.Count == 0 || found.SharedRounds == 0)
        {
            return found switch
            {
                { OutOfReach: { } reason } => line with
                {
                    Outcome = ClaimOutcome.NotMeasurable,
                    Reason = reason,
                },
                { Ambiguous: { } several } => line with
                {
                    Outcome = ClaimOutcome.Undecided,
                    Reason = several,
                },
                _ => line with { Reason = $"./run.sh claims --run --only {claim.Id} measures it" },
            };
        }

        return Judge(part, line with { Run = found.Run!.Manifest.Run }, found.Arms);
    }

    private static LedgerLine Judge(ClaimPart part, LedgerLine line, IReadOnlyList<Arm> arms)
    {
        if (WhyNot(part, arms) is var (outcome, reason))
        {
            return line with { Outcome = outcome, Reason = reason };
        }

        if (ClaimSeries.Excess(part, arms[0], arms.ElementAtOrDefault(1)) is { } excess)
        {
            return WithZeros(part, line, arms, excess);
        }

        var (values, whyNot) = ClaimSeries.Of(part, arms[0], arms.ElementAtOrDefault(1));
        if (whyNot is not null)
        {
            return line with { Outcome = ClaimOutcome.Undecided, Reason = whyNot, Rounds = values.Count };
        }

        var (atLeast, atMost) = (ClaimSeries.Bound(part, part.AtLeast), ClaimSeries.Bound(part, part.AtMost));
        var test =
            part.Relation == ClaimRelation.None
                ? AbsenceTest.Of(values, arms[0].Looks)
                : ThresholdTest.Of(values, atLeast, atMost, arms[0].Looks);
        return WithFigures(part, line, test) with
        {
            Looks = arms[0].Looks.Count,
            Threshold =
                atLeast is null ? part.AtMost
                : atMost is null || test.Centre - atLeast < atMost - test.Centre ? part.AtLeast
                : part.AtMost,
        };
    }

    private static LedgerLine WithZeros(
        ClaimPart part,
        LedgerLine line,
        IReadOnlyList<Arm> arms,
        IReadOnlyList<double> excess
    )
    {
        double? AtZero(double? threshold) => threshold is null ? null : 0;
        var test = ThresholdTest.Of(excess, AtZero(part.AtLeast), AtZero(part.AtMost), arms[0].Looks);
        var asked = LedgerWords.Threshold(line)[2..];
        var how =
            $"zero in some round, so judged by {line.Contender} − {asked} {line.Baseline}: {part.Metric!.Format(test.Centre)} [{part.Metric.Format(test.Low)} – {part.Metric.Format(test.High)}]";
        return line with
        {
            Outcome = test.Outcome,
            Ratio =
                arms[0].Values(part.Metric!).Values.Average() / arms[1].Values(part.Metric).Values.Average(),
            Rounds = test.Rounds,
            SetAside = test.SetAside,
            PValue = test.PValue,
            Looks = arms[0].Looks.Count,
            Reason = test.Reason is null ? how : $"{how}; {test.Reason}",
            Test = test,
        };
    }

    // An incorrect lane never has a number; a metric that no valid sample has is not offered here.
    private static (ClaimOutcome Outcome, string Reason)? WhyNot(ClaimPart part, IReadOnlyList<Arm> arms)
    {
        if (part.Relation == ClaimRelation.None && Happened(part.Metric!, arms[0]) is { } happened)
        {
            return (ClaimOutcome.Refuted, happened);
        }

        var wrong = arms.FirstOrDefault(arm => arm.Incorrect);
        var refused = arms.FirstOrDefault(arm => arm.Samples.Count == 0);
        var without = arms.FirstOrDefault(arm => arm.Values(part.Metric!).Count == 0);
        return wrong is not null ? (ClaimOutcome.Undecided, $"{wrong.Name} was incorrect and is never ranked")
            : refused is not null
                ? (
                    ClaimOutcome.Undecided,
                    $"no sample of {refused.Name} is valid: {refused.Refused[0].Reasons[0]}"
                )
            : without is not null
                ? (
                    ClaimOutcome.NotMeasurable,
                    $"no valid sample of {without.Name} has {part.Metric!.Id}: {WhyAbsent(without, part.Metric)}"
                )
            : null;
    }

    // An invariant often forbids what a claim says never happens: a launch that broke it so is no figure, but a counterexample.
    private static string? Happened(Metric metric, Arm arm)
    {
        var seen = arm
            .IncorrectSamples.Where(sample => metric.Select(sample) is { } value && value != 0)
            .ToList();
        var launches = seen.Count == 1 ? "1 incorrect launch" : $"{seen.Count} incorrect launches";
        return seen.Count == 0
            ? null
            : $"{metric.Id} seen in {launches} of {arm.Name}: {seen[0].InvalidBecause.FirstOrDefault()}";
    }

    private static string WhyAbsent(Arm arm, Metric metric) =>
        arm.Samples.Select(sample => sample.AbsentMetrics.GetValueOrDefault(metric.Id))
            .FirstOrDefault(reason => reason is not null)
        ?? "this system does not offer it, or the window was too short or too unfair for it";

    private static LedgerLine WithFigures(ClaimPart part, LedgerLine line, ClaimTest test)
    {
        var isRatio = part.Relation == ClaimRelation.Ratio;
        var isBounded = !double.IsInfinity(test.Low) || !double.IsInfinity(test.High);
        var centre = Written(test.Centre);
        return line with
        {
            Outcome = test.Outcome,
            Ratio = isRatio ? centre : null,
            Value = isRatio ? null : centre,
            Low = isBounded ? Written(test.Low) : null,
            High = isBounded ? Written(test.High) : null,
            Rounds = test.Rounds,
            SetAside = test.SetAside,
            PValue = test.PValue,
            Reason = test.Reason,
            Test = test,
        };

        double? Written(double onScale)
        {
            var value = ClaimSeries.IsLogarithmic(part.Relation) ? Math.Exp(onScale) : onScale;
            var inUnit = part.Unit is null ? value : part.Unit.FromMetric(value, part.Metric!.Unit);
            return double.IsFinite(inUnit) ? inUnit : null;
        }
    }

    private LedgerLine Unmeasured(ClaimPart part, string reason) =>
        new()
        {
            Id = claim.Id,
            Part = part.Title,
            Decides = !part.Aside,
            Outcome = ClaimOutcome.NotMeasured,
            Reason = reason,
        };

    private LedgerLine Line(ClaimPart part, string? terms) =>
        new()
        {
            Id = claim.Id,
            Part = part.Title,
            Terms = terms,
            Decides = !part.Aside,
            Relation = part.Relation,
            Metric = part.Metric?.Id,
            Unit = part.Relation == ClaimRelation.None ? "fraction" : part.Unit?.Name,
            AtLeast = part.AtLeast,
            AtMost = part.AtMost,
            Threshold = part.AtMost ?? part.AtLeast,
            Outcome = ClaimOutcome.NotMeasured,
        };
}
