using Bench.Results;

namespace Bench.Analysis.Floors;

/// <summary>
/// Holds each lane against every public form of the same by paired rounds. A lane is within the margin when the whole 99 %
/// interval of its cost ÷ the form's lies below 1 + margin for each form, and slower when it lies above for one of them;
/// all pairs are one family (Holm), so that no lane is called slower by noise alone.
/// </summary>
public static class FloorAnalysis
{
    /// <summary>What a lane may cost more than the best public form.</summary>
    public const double DefaultMargin = 0.10;

    /// <param name="trials">What was measured.</param>
    /// <param name="margin">What a lane may cost more, a fraction.</param>
    public static FloorFindings Of(FloorTrials trials, double margin = DefaultMargin)
    {
        var forms = Forms(trials, 1 + margin);
        return new(
            trials.Run,
            trials.Rounds,
            margin,
            trials.Patterns,
            [.. Arms(trials, FloorRole.Lane).Select(lane => Against(lane, forms, 1 + margin))],
            forms,
            [.. Arms(trials, FloorRole.Recorded).Select(recorded => Recording(trials, recorded))],
            [.. Notes(trials)]
        );
    }

    private static List<FormCost> Forms(FloorTrials trials, double limit)
    {
        var forms = trials
            .Arms.Where(arm => arm.Role is FloorRole.Form or FloorRole.Primitive)
            .Select(arm => new FormCost(
                arm.Pattern,
                arm.Model,
                ArmCost.Of(arm),
                arm.Aside,
                Of(trials, FloorRole.Lane, arm) is { } lane
                    ? CostRatio.Of(ArmCost.ByRound(lane), ArmCost.ByRound(arm), limit)
                    : null
            ))
            .ToList();
        return Adjusted(forms);
    }

    private static List<FormCost> Adjusted(List<FormCost> forms)
    {
        var pairs = forms.FindAll(form => form is { Aside: null, Lane: not null });
        var adjusted = PValues.Holm([.. pairs.Select(form => form.Lane!.PValue)]);
        var weak = pairs
            .Zip(adjusted)
            .Where(pair =>
                pair.First.Lane!.Outcome == FloorOutcome.Slower
                && pair.Second > 1 - PairedRounds.DifferenceLevel
            )
            .ToDictionary(pair => pair.First, pair => pair.Second);
        return forms.ConvertAll(form =>
            weak.TryGetValue(form, out var value)
                ? form with
                {
                    Lane = form.Lane! with
                    {
                        Outcome = FloorOutcome.Inconclusive,
                        Reason =
                            $"too weak among {Quantities.Counted(pairs.Count, "comparison")} (Holm: p = {Quantities.Significant(value)})",
                    },
                }
                : form
        );
    }

    private static LaneFloor Against(FloorArm lane, List<FormCost> all, double limit)
    {
        var forms = all.Where(form =>
                form.Pattern == lane.Pattern
                && form.Model == lane.Model
                && form is { Aside: null, Lane: not null }
            )
            .ToList();
        var best = forms.MaxBy(form => form.Lane!.Ratio ?? double.NegativeInfinity);
        return new(
            lane.Pattern,
            lane.Model,
            ArmCost.Of(lane),
            best?.Form,
            best is null ? CostRatio.None("no form to be held against", limit) : Verdict(lane, best, forms)
        );
    }

    private static CostRatio Verdict(FloorArm lane, FormCost best, List<FormCost> forms)
    {
        var slower = forms.Exists(form => form.Lane!.Outcome == FloorOutcome.Slower);
        var open = forms.Find(form => form.Lane!.Outcome == FloorOutcome.Inconclusive);
        var ratio = best.Lane! with
        {
            Outcome =
                slower ? FloorOutcome.Slower
                : open is null ? FloorOutcome.Within
                : FloorOutcome.Inconclusive,
        };
        return ratio.Outcome == FloorOutcome.Inconclusive && open!.Lane!.Ratio is null
            ? ratio with
            {
                Reason = WhyNone(lane, open.Form),
            }
            : ratio;
    }

    private static string WhyNone(FloorArm lane, ArmCost form) =>
        lane.Launches.FirstOrDefault(launch => launch.InvalidBecause.Count > 0) is { } refused
            ? $"the lane has no valid launch: {refused.InvalidBecause[0]}"
            : $"{form.Name} and the lane have no round in common";

    private static RecordingCost Recording(FloorTrials trials, FloorArm recorded)
    {
        var lane = Of(trials, FloorRole.Lane, recorded)!;
        return new(
            recorded.Pattern,
            recorded.Model,
            ArmCost.Of(lane),
            ArmCost.Of(recorded),
            CostRatio.Of(ArmCost.ByRound(recorded), ArmCost.ByRound(lane), 1)
        );
    }

    private static IEnumerable<string> Notes(FloorTrials trials)
    {
        var launches = trials.Arms.SelectMany(arm => arm.Launches).ToList();
        var disturbed = launches.Count(launch => IsDisturbed(launch.MachineNoise, trials.LogicalProcessors));
        if (disturbed > 0)
        {
            yield return $"the machine was disturbed in {disturbed} of {Quantities.Counted(launches.Count, "launch", "es")} (other processes, or time taken by the hypervisor): measure on a quiet machine";
        }

        foreach (
            var arm in trials.Arms.Where(arm => arm.Launches.Any(launch => launch.InvalidBecause.Count > 0))
        )
        {
            var refused = arm.Launches.Where(launch => launch.InvalidBecause.Count > 0).ToList();
            yield return $"{arm.Name} in {arm.Pattern}: {Quantities.Counted(refused.Count, "launch", "es")} not used ({refused[0].InvalidBecause[0]})";
        }
    }

    private static bool IsDisturbed(MachineNoise noise, int processors) =>
        noise.StealFraction > MachineNoise.MostStolen
        || noise.OtherLoadProcessors > MachineNoise.MostOtherLoad * processors;

    private static IEnumerable<FloorArm> Arms(FloorTrials trials, string role) =>
        trials.Arms.Where(arm => arm.Role == role);

    private static FloorArm? Of(FloorTrials trials, string role, FloorArm other) =>
        Arms(trials, role).FirstOrDefault(arm => arm.Pattern == other.Pattern && arm.Model == other.Model);
}
