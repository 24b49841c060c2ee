using Bench.Results;

namespace Bench.Tests.Analysis.Faults;

/// <summary>Fault trials for tests.</summary>
internal static class Tried
{
    public static FaultTrial Facts(bool isDurable) =>
        new()
        {
            Fault = "kill",
            Title = "A node is <b>killed</b>",
            Model = isDurable ? "durable" : "cluster",
            IsDurable = isDurable,
            Nodes = 3,
        };

    /// <summary>A hundred writes, all acknowledged and held, but for what is told.</summary>
    public static FaultTrial Trial(
        bool isDurable = false,
        long lost = 0,
        long inDoubt = 0,
        long? state = null,
        long twice = 0
    ) =>
        Facts(isDurable) with
        {
            OfferedPerSecond = 200,
            FirstSuccessSeconds = 1.5,
            FullRateSeconds = 12,
            Intended = 100,
            Acknowledged = 100 - inDoubt,
            InDoubt = inDoubt,
            Errors = 7,
            State = state ?? 100 - inDoubt - lost,
            Lost = lost,
            Twice = twice,
        };
}
