using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Tests.Misbehaving;

/// <summary>One iteration of a thousand operations that ends as its parameters say.</summary>
public class Behaviour : Workload<MannerParameters>
{
    private const int OperationCount = 1_000;

    public override WorkloadFacts Facts =>
        new("behaviour", "Behaviour", "For tests.", "A record.", "throughput");

    public override TimeSpan Limit => TimeSpan.FromSeconds(2);

    public override bool ObeysLittlesLaw => false;

    protected override IEnumerable<Configuration<MannerParameters>> Configurations =>
        Enum.GetValues<Manner>()
            .Select(manner => new Configuration<MannerParameters>(
                Presets.Smoke,
                new MannerParameters { Manner = manner }
            ));

    protected override void PrepareIteration() { }

    protected override void RunIteration()
    {
        switch (Parameters.Manner)
        {
            case Manner.Hang:
                Thread.Sleep(Timeout.Infinite);
                break;
            case Manner.Throw:
                throw new InvalidOperationException("this lane <b>breaks</b>");
            case Manner.ExitSilently:
                Environment.Exit(0);
                break;
            case Manner.RunOutOfMemory:
                Hoard();
                break;
            default:
                Work();
                break;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.Expect(Parameters.Manner != Manner.Lose, "one operation was lost");
    }

    // Never touched, so the machine's memory stays free; the runtime refuses all the same.
    private static void Hoard()
    {
        for (var arrays = new List<decimal[]>(); ; arrays.Add(new decimal[Array.MaxLength])) { }
    }

    private void Work()
    {
        var recorder = Latencies.NewRecorder();
        Measure(() =>
        {
            Thread.Sleep(Parameters.Milliseconds);
            for (var operation = 0; operation < OperationCount; operation++)
            {
                var start = SystemClock.Timestamp;
                recorder.Record(start, SystemClock.Timestamp);
            }
        });
        Count(new OperationCounts { Intended = OperationCount, Completed = OperationCount });
    }
}
