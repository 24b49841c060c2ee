using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>A sample that knows which case it is of, and nothing else yet.</summary>
internal static class EmptySample
{
    public static Sample Of(PlannedCase planned) =>
        new()
        {
            Case = planned.Case,
            Replica = planned.Replica,
            Workload = planned.Workload,
            Model = planned.Model,
            Variant = planned.Variant,
            Terms = planned.Terms,
            Parameters = planned.Parameters,
            Configuration = planned.Configuration,
        };
}
