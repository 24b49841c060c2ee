using Bench.Measurement.Hosting;
using Bench.Results;
using HdrHistogram;

namespace Bench.Tests.Reporter;

/// <summary>One made-up sample: log-normal latencies, different by model, with launch-to-launch noise.</summary>
internal static class SyntheticSample
{
    private const int Operations = 4000;
    private const int Slices = 20;

    public static Sample Of(PlannedCase planned, int round, int position)
    {
        var random = new Random(HashCode(planned.Case) + round + (planned.Replica * 7919));
        var histogram = HistogramText.NewHistogram();
        var slices = Enumerable.Range(0, Slices).Select(_ => new SortedList<int, long>()).ToArray();
        var centre = Centre(planned) * Math.Exp(0.05 * Normal(random));
        for (var i = 0; i < Operations; i++)
        {
            var stalled = planned.Model == "threads" && i * Slices / Operations == 12 && i % 2 == 0;
            var latency = centre * Math.Exp(0.35 * Normal(random)) * (stalled ? 12 : 1);
            histogram.RecordValue((long)latency);
            var band = (int)Math.Floor(2 * Math.Log2(latency));
            var bands = slices[i * Slices / Operations];
            bands[band] = bands.GetValueOrDefault(band) + 1;
        }

        var baseline = 40L << 20;
        var added = (long)(Units(planned) * BytesPerUnit(planned.Model) * Math.Exp(0.03 * Normal(random)));
        var throughput = 2e12 / centre * Math.Exp(0.02 * Normal(random));
        return EmptySample.Of(planned) with
        {
            Run = "synthetic",
            Round = round,
            Position = position,
            Valid = true,
            Operations = new() { Intended = Operations, Completed = Operations },
            DurationSeconds = 2,
            ThroughputPerSecond = throughput,
            GoodputPerSecond = throughput,
            LatencyNanoseconds = Summary(histogram),
            Histogram = HistogramText.Encode(histogram),
            LatencyOverTime =
            [
                .. slices.Select((bands, i) => new LatencySlice(i * 0.1, 0.1, bands.Values.Sum(), bands)),
            ],
            MemoryBytes = new()
            {
                BaselineResident = baseline,
                SteadyResident = baseline + added,
                PeakResident = baseline + (added * 11 / 10),
                ManagedHeap = added / 3,
                AllocatedPerOperation = 320,
            },
            ProcessorSeconds = 1.1,
            Units = new() { Created = (long)Units(planned), Peak = (long)Units(planned) },
            ThreadsPeak = 20,
            SteadyState = SteadyState.Steady,
            MachineNoise = new() { StealFraction = 0.01, OtherLoadProcessors = 0.1 },
            Metrics =
                planned.Workload == "footprint"
                    ? new()
                    {
                        ["residentBytesPerUnit"] =
                            BytesPerUnit(planned.Model) * Math.Exp(0.02 * Normal(random)),
                        ["committedBytesPerUnit"] =
                            BytesPerUnit(planned.Model) * 1.7 * Math.Exp(0.02 * Normal(random)),
                    }
                    : [],
        };
    }

    public static Sample Incorrect(Sample sample) =>
        sample with
        {
            Status = SampleStatus.Incorrect,
            Valid = false,
            InvalidBecause = ["oversold: product 7 by 3"],
        };

    public static Sample Hung(Sample sample) =>
        sample with
        {
            Status = SampleStatus.Hung,
            Valid = false,
            InvalidBecause = ["no progress for 60 s"],
            Histogram = null,
            LatencyNanoseconds = new(),
        };

    public static Sample Refused(Sample sample) =>
        sample with
        {
            Valid = false,
            InvalidBecause = ["Little's law missed by 14 %", "the generator was late: p99 12 ms"],
        };

    private static LatencySummary Summary(LongHistogram histogram) =>
        new()
        {
            Count = histogram.TotalCount,
            Mean = histogram.GetMean(),
            P50 = histogram.GetValueAtPercentile(50),
            P90 = histogram.GetValueAtPercentile(90),
            P95 = histogram.GetValueAtPercentile(95),
            P99 = histogram.GetValueAtPercentile(99),
            P999 = histogram.GetValueAtPercentile(99.9),
            Max = histogram.GetMaxValue(),
        };

    private static double Centre(PlannedCase planned)
    {
        var workload = planned.Workload switch
        {
            "inventory" => 45e6,
            "payments" => 30e6,
            "pipeline" => 2e6,
            "pingpong" => 4e3,
            "forkjoin" => 8e6,
            _ => 2e5,
        };
        var model = planned.Model switch
        {
            "threads" => planned.Terms == "told" ? 9.0 : 1.4,
            "tasks" => 1.0,
            "channels" => 1.02,
            _ => 1.6,
        };
        var size = planned.Parameters.Number("pairs") ?? (planned.Parameters.Number("users") / 500) ?? 1;
        return workload * model * Math.Pow(size, 0.4);
    }

    private static double Units(PlannedCase planned) =>
        planned.Parameters.Number("units") ?? planned.Parameters.Number("users") ?? 200;

    private static double BytesPerUnit(string model) =>
        model switch
        {
            "threads" => 24_000,
            "tasks" => 420,
            "channels" => 700,
            _ => 1_900,
        };

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static int HashCode(string text) =>
        text.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter));
}
