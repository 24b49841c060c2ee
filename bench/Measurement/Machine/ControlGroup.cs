using System.Globalization;

namespace Bench.Measurement.Machine;

/// <summary>
/// Limits of the control groups (version 2, or 1) that this process is in: of its own and of all above, whichever is
/// the tightest. Null where there is no limit or it is not told.
/// </summary>
internal sealed class ControlGroup(LinuxFiles files)
{
    private const string Root = "/sys/fs/cgroup";

    // Version 1 writes "no limit" as a number of bytes that no machine has.
    private const long NoLimit = 1L << 60;

    private static readonly string[] s_processorControllers = ["cpu", "cpu,cpuacct"];

    /// <summary>Processors that the quota allows.</summary>
    public double? ProcessorQuota =>
        Least([
            .. Places().Select(place => Quota(files.Text($"{place}/cpu.max"))),
            .. Places(s_processorControllers).Select(QuotaOfVersion1),
        ]);

    /// <summary>Bytes that the group may use.</summary>
    public long? MemoryLimitBytes =>
        (long?)Least([
            .. Places().Select(place => (double?)files.Number($"{place}/memory.max")),
            .. Places("memory")
                .Select(place => (double?)files.Number($"{place}/memory.limit_in_bytes"))
                .Where(limit => limit < NoLimit),
        ]);

    /// <summary>Tasks (threads and processes) that the group may have.</summary>
    public long? TaskLimit =>
        (long?)Least([
            .. Places().Concat(Places("pids")).Select(place => (double?)files.Number($"{place}/pids.max")),
        ]);

    /// <summary>Periods in which the quota stopped the group, since it was made.</summary>
    public long? ThrottledPeriods =>
        (long?)
            Places()
                .Concat(Places(s_processorControllers))
                .Max(place => (double?)files.Number($"{place}/cpu.stat", "nr_throttled"));

    private static double? Least(List<double?> limits) => limits.Min();

    private static double? Quota(string? text) =>
        text?.Split(' ') is [var quota, var period]
        && double.TryParse(quota, CultureInfo.InvariantCulture, out var allowed)
        && double.TryParse(period, CultureInfo.InvariantCulture, out var length)
            ? allowed / length
            : null;

    private double? QuotaOfVersion1(string place) =>
        files.Number($"{place}/cpu.cfs_quota_us") is { } quota and > 0
        && files.Number($"{place}/cpu.cfs_period_us") is { } period and > 0
            ? (double)quota / period
            : null;

    /// <summary>The group's folder and those above it: of version 2 when no controllers are named, else of version 1.</summary>
    private IEnumerable<string> Places(params string[] controllers)
    {
        foreach (var line in files.Lines("/proc/self/cgroup"))
        {
            var fields = line.Split(':', 3);
            if (
                fields.Length != 3
                || !Array.Exists(controllers.Length == 0 ? [""] : controllers, fields[1].Equals)
            )
            {
                continue;
            }

            var mounted = controllers.Length == 0 ? "" : $"/{fields[1]}";

            for (var path = fields[2].TrimEnd('/'); path.Length > 0; path = path[..path.LastIndexOf('/')])
            {
                yield return $"{Root}{mounted}{path}";
            }

            yield return $"{Root}{mounted}";
        }
    }
}
