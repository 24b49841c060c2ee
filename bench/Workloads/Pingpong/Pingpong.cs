using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Request and reply between two units, by one pair or by many at once. The metric that matters is throughput,
/// for one pair the inverse of the round trip. A model that lets few pairs play while the others wait is quick on
/// those few: quantiles are then left out, and the fairness stands beside the throughput.
/// </summary>
public abstract class Pingpong : Workload<PingpongParameters>
{
    private List<LatencyRecorder?> _recorders = [];

    public override WorkloadFacts Facts =>
        new(
            "pingpong",
            "Request and reply",
            "Pairs of units play a numbered ball back and forth for a set time; nothing else is done.",
            "One round trip, timed by the unit that asks; a pair's first trip counts from the start signal.",
            "throughput"
        )
        {
            OwnMetrics = ["fairnessFraction"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>The law needs latencies.</summary>
    public override bool ObeysLittlesLaw => Parameters.Timed;

    /// <summary>The asking sides, one per pair.</summary>
    protected IReadOnlyList<Pinger> Pingers { get; private set; } = [];

    /// <summary>The replying sides, one per pair.</summary>
    protected IReadOnlyList<Ponger> Pongers { get; private set; } = [];

    protected override IEnumerable<Configuration<PingpongParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { PlayMilliseconds = 80 });
            yield return new(Presets.Quick, new());
            yield return new(Presets.Quick, new() { Pairs = 64 });
            foreach (var pairs in new[] { 1, 64, 1_024 })
            {
                yield return new(Presets.Standard | Presets.Full, Playing(pairs));
            }

            yield return new(Presets.Full, Playing(16));
            yield return new(Presets.Full, Playing(256));
        }
    }

    /// <summary>Creates two units for each pair, which wait for a ball.</summary>
    protected abstract void Open();

    /// <summary>Sends each pinger's first ball to its ponger and returns when all pingers have played to the end.</summary>
    protected abstract void Play();

    /// <summary>Ends the units that have not ended by themselves, and waits for all.</summary>
    protected abstract void Close();

    protected override void Prepare() =>
        _recorders = [
            .. Enumerable
                .Range(0, Parameters.Pairs)
                .Select(_ => Parameters.Timed ? Latencies.NewRecorder() : null),
        ];

    protected override void PrepareIteration()
    {
        // Balls of different pairs have different numbers, so that one that strays is noticed.
        Pingers =
        [
            .. _recorders.Select(
                (recorder, pair) => new Pinger((long)pair << 40, new BackToBack(recorder, InFlight))
            ),
        ];
        Pongers = [.. Pingers.Select(pinger => new Ponger(pinger.First))];
        Open();
        SpinWait.SpinUntil(() => Units.Alive == 2 * Parameters.Pairs);
    }

    protected override void RunIteration() =>
        Measure(() =>
        {
            var now = SystemClock.Timestamp;
            foreach (var pinger in Pingers)
            {
                pinger.Start(now, TimeSpan.FromMilliseconds(Parameters.PlayMilliseconds));
            }

            Play();
        });

    protected override void FinishIteration()
    {
        Close();
        Count(
            new()
            {
                Intended = Pongers.Sum(ponger => ponger.Returned),
                Completed = Pingers.Sum(pinger => pinger.Played),
            }
        );
        var fairness = Fairness.Of([.. Pingers.Select(pinger => (double)pinger.Played)]);
        Metrics["fairnessFraction"] = fairness;
        StarvesCallers |= IsMeasured && fairness < Fairness.Enough;
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(0, Pingers.Sum(pinger => pinger.Faults), "balls that came back wrong");
        findings.ExpectEqual(0, Pongers.Sum(ponger => ponger.Faults), "balls that arrived wrong");
        foreach (var (pinger, ponger) in Pingers.Zip(Pongers))
        {
            findings.ExpectEqual(ponger.Returned, pinger.Played, "balls played back and round trips");
            findings.Expect(pinger.Played > 0, "a pair did not play");
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private static PingpongParameters Playing(int pairs) => new() { Pairs = pairs, PlayMilliseconds = 500 };
}
