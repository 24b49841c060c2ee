using Bench.Analysis.Claims;
using Bench.Analysis.ServiceLevels;
using MathNet.Numerics.Statistics;

namespace Bench.Analysis.Decisions;

/// <summary>
/// Holds an option's launches against an objective: by the interval of their logarithms (Student's t), by the sign test where a
/// launch is zero, and, where nothing at all may happen, by one launch in which it does.
/// </summary>
internal static class ObjectiveJudge
{
    /// <summary>A share of refused samples from which the rest is no fair picture: they are refused for reasons that go with being slow.</summary>
    private const double MostRefused = 0.5;

    public static ObjectiveEvidence Of(Arm arm, ServiceLevelObjective objective)
    {
        double[] values =
        [
            .. arm.Values(objective.Metric).OrderBy(pair => pair.Key).Select(pair => pair.Value),
        ];
        if (values.Length == 0)
        {
            return new(
                objective,
                ObjectiveState.Undecided,
                null,
                null,
                null,
                0,
                arm.Samples.Count + arm.Refused.Count == 0 ? arm.Looks.First : null,
                WhyNoFigure(arm, objective)
            );
        }

        var evidence =
            objective.Threshold == 0
                ? Absent(values, objective, arm.Looks)
                : Held(values, objective, arm.Looks);
        return WhyUnfair(arm) is { } unfair
            ? evidence with
            {
                State = ObjectiveState.Undecided,
                FurtherRounds = null,
                Reason = unfair,
            }
            : evidence;
    }

    private static ObjectiveEvidence Held(double[] values, ServiceLevelObjective objective, Looks looks)
    {
        var threshold = Math.Log(objective.Threshold);
        double? atMost = objective.IsUpperBound ? threshold : null;
        double? atLeast = objective.IsUpperBound ? null : threshold;
        var test = ThresholdTest.Of([.. values.Select(value => Math.Log(value))], atLeast, atMost, looks);
        var bounded = test.Low > double.NegativeInfinity || test.High < double.PositiveInfinity;
        return new(
            objective,
            State(test),
            Math.Exp(test.Centre),
            bounded ? Math.Exp(test.Low) : null,
            bounded ? Math.Exp(test.High) : null,
            test.Rounds,
            Further(test, looks),
            test.Decides ? null : WhyOpen(values, looks)
        );
    }

    private static string? WhyOpen(double[] values, Looks looks) =>
        values.Length < looks.First ? $"the first look is at {looks.First} launches"
        : Array.Exists(values, value => value == 0)
            ? "launches without any are judged by the sign test, which takes ten"
        : null;

    // Only errors can be held to 0: one launch that has any refutes it.
    private static ObjectiveEvidence Absent(double[] values, ServiceLevelObjective objective, Looks looks)
    {
        var test = AbsenceTest.Of(values, looks);
        return new(
            objective,
            State(test),
            values.Median(),
            test.Decides ? values.Min() : null,
            test.Decides ? values.Max() : null,
            test.Rounds,
            Further(test, looks),
            test.Reason
        );
    }

    private static ObjectiveState State(ClaimTest test) =>
        test.Outcome switch
        {
            ClaimOutcome.Holds => ObjectiveState.Met,
            ClaimOutcome.Refuted => ObjectiveState.Missed,
            _ => ObjectiveState.Undecided,
        };

    private static int? Further(ClaimTest test, Looks looks) =>
        test.Decides ? null
        : test.Rounds < looks.First ? looks.First - test.Rounds
        : test.ToDecide(PairedRounds.DifferenceLevel);

    private static string? WhyUnfair(Arm arm)
    {
        var all = arm.Samples.Count + arm.Refused.Count;
        return arm.Refused.Count >= MostRefused * all
            ? $"{arm.Refused.Count} of {all} samples were refused ({FirstReason(arm)}): the rest is no fair picture"
            : null;
    }

    private static string WhyNoFigure(Arm arm, ServiceLevelObjective objective) =>
        arm.Samples.Count > 0
            ? $"no launch has {objective.Metric.Id}: too few operations in the window, or a system that does not tell"
        : arm.Refused.Count > 0 ? $"all samples were refused: {FirstReason(arm)}"
        : "not measured yet";

    private static string FirstReason(Arm arm) => arm.Refused[0].Reasons[0];
}
