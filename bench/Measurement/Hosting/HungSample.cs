using System.Globalization;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>The sample of a case that did not come to an end.</summary>
internal static class HungSample
{
    public static Sample Of(Workload workload, PlannedCase planned, string facts) =>
        FailedSample.Of(
            planned,
            SampleStatus.Hung,
            string.Create(
                CultureInfo.InvariantCulture,
                $"hung: {facts}; {workload.Units.Alive} units alive of {workload.Units.Created} created, {workload.InFlight.Now} operations in flight"
            )
        );
}
