using Bench.Analysis.Capacity;
using Bench.Results;

namespace Bench.Tests.Reporter;

/// <summary>A made-up capacity run: each model's p99 rises to 100 ms at a load of its own.</summary>
internal static class SyntheticCapacity
{
    private const int Milliseconds = 1_000_000;

    private static readonly Dictionary<string, int> s_capacities = new()
    {
        ["threads"] = 1_500,
        ["tasks"] = 4_000,
        ["channels"] = 3_800,
        [SyntheticRun.Hostile] = 2_500,
    };

    private static readonly CapacityPlan s_plan = new()
    {
        Slo = "p99<100ms,errors<0.1%",
        Resolution = 0.05,
        Launches = 6,
        OverloadLaunches = 0,
        OverloadFactor = 1.5,
        RestFactor = 0.5,
        Search = new(1_000, 3_000),
        Confirm = new(2_000, 10_000),
        Overload = new(1_000, 15_000),
        Targets =
        [
            .. from model in s_capacities.Keys
            from terms in new[] { "told", "equal" }
            where terms == "equal" || model != "channels"
            select Target(model, terms),
        ],
    };

    /// <summary>The run, searched to its end.</summary>
    public static (RunManifest Manifest, List<Sample> Samples) Run()
    {
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"]) with
        {
            Capacity = s_plan,
            Cases = [],
            Unreachable = [],
            Models = [.. s_capacities.Keys.Select(id => new ModelFacts(id, id, ""))],
        };
        List<Sample> samples = [];
        while (Next(manifest, samples) is var (lane, next))
        {
            var planned = Case(lane.Target, next);
            if (!manifest.Cases.Exists(known => known.Case == planned.Case))
            {
                manifest.Cases.Add(planned);
            }

            samples.Add(Taken(planned, samples.Count + 1));
        }

        return (manifest, samples);
    }

    private static (LaneCapacity Lane, NextTrial Next)? Next(RunManifest manifest, List<Sample> samples) =>
        CapacityAnalysis
            .Of(manifest, samples)!
            .Lanes.Where(lane => lane.Next is not null)
            .Select(lane => ((LaneCapacity, NextTrial)?)(lane, lane.Next!))
            .FirstOrDefault();

    private static CapacityTarget Target(string model, string terms) =>
        new()
        {
            Workload = "inventory",
            Model = model,
            Variant = "default",
            Terms = terms,
            Parameter = "users",
            Start = 2_000,
            Configuration = ParameterSet.Empty,
            AlikeOnBothTerms = model == "channels",
        };

    private static PlannedCase Case(CapacityTarget target, NextTrial next) =>
        new()
        {
            Case = $"inventory/{target.Model}/{target.Terms}/users={next.Load},stage={next.Stage}",
            Workload = target.Workload,
            Model = target.Model,
            Variant = target.Variant,
            Terms = target.Terms,
            Parameters = new([new("users", $"{next.Load}")]),
            Configuration = ParameterSet.Empty,
            LimitSeconds = 60,
            Stage = next.Stage,
        };

    private static Sample Taken(PlannedCase planned, int round)
    {
        var load = planned.Parameters.Number("users")!.Value;
        var used = load / s_capacities[planned.Model] / (planned.Terms == "told" ? 0.8 : 1);
        var wobble = 1 + (0.02 * Math.Sin(round));
        var p99 = (long)(60 * Milliseconds * Math.Exp(used * used * 0.5108) * wobble);
        return SyntheticSample.Of(planned, round, 1) with
        {
            ThroughputPerSecond = load * Math.Min(1, 1.1 / Math.Max(1, used)) * 0.9 * wobble,
            LatencyNanoseconds = new()
            {
                Count = 4_000,
                Mean = p99 / 2.0,
                P50 = p99 / 2,
                P90 = p99 * 8 / 10,
                P95 = p99 * 9 / 10,
                P99 = p99,
                P999 = p99 * 2,
                Max = p99 * 3,
            },
        };
    }
}
