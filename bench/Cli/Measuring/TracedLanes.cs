using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;

namespace Bench.Cli.Measuring;

/// <summary>Which of the lanes asked for have a trace.</summary>
internal static class TracedLanes
{
    /// <summary>Says which workloads have none.</summary>
    /// <param name="asked">The lanes of a run.</param>
    /// <param name="all">Every lane there is.</param>
    /// <exception cref="UserException">There are some, and none has one.</exception>
    public static void Check(IReadOnlyList<Lane> asked, IReadOnlyList<Lane> all)
    {
        var without = Workloads(asked.Where(lane => !lane.CanBeTraced));
        if (asked.Count > 0 && !asked.Any(lane => lane.CanBeTraced))
        {
            throw new UserException(
                $"--trace: {without} cannot be traced; these can: {Workloads(all.Where(lane => lane.CanBeTraced))}"
            );
        }

        if (without.Length > 0)
        {
            Talk.Note($"measured, but not traced: {without}");
        }
    }

    private static string Workloads(IEnumerable<Lane> lanes) =>
        string.Join(", ", lanes.Select(lane => lane.Workload.Id).Distinct());
}
