using Bench.Analysis.Decisions;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>The options of a decision: every lane on equal terms and, where that configures it otherwise, as told.</summary>
internal static class DecisionOptions
{
    private const string Equal = "equal";

    public static IReadOnlyList<Option> Of(DecisionRequest request)
    {
        var point = new LoadPoint(
            request.Requirement.Load,
            0,
            (int)request.WarmUp.TotalMilliseconds,
            (int)request.Window.TotalMilliseconds
        );
        return
        [
            .. request.Lanes.SelectMany(lane =>
            {
                var targets = lane.CapacityTargets().ToList();
                var alike = targets.Exists(target => target.AlikeOnBothTerms);
                return targets
                    .Select(target => target.Terms)
                    .Append(Equal)
                    .Distinct()
                    .Select(terms =>
                        Option(lane, point, terms) with
                        {
                            AlikeOnBothTerms = alike && terms == Equal,
                        }
                    );
            }),
        ];
    }

    /// <summary>What a search for the capacity of these options begins with: the load that is asked for.</summary>
    public static List<CapacityTarget> Targets(DecisionRequest request, IEnumerable<Option> options)
    {
        var wanted = options
            .Where(option => option.OutOfReach is null)
            .Select(option => (option.Case.Model, option.Case.Variant, option.Case.Terms))
            .ToHashSet();
        return
        [
            .. request
                .Lanes.SelectMany(lane => lane.CapacityTargets())
                .Where(target => wanted.Contains((target.Model, target.Variant, target.Terms)))
                .Select(target => target with { Start = request.Requirement.Load }),
        ];
    }

    private static Option Option(Lane lane, LoadPoint point, string terms) =>
        new(
            lane.AtLoad(point, terms, CaseStage.Confirm) with
            {
                Stage = null,
            },
            OutOfReach: lane.OutOfReachAt(point, terms)
        );
}
