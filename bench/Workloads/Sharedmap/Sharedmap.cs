using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Counters in a map that callers share: each caller reads or counts up, one operation after the other, as fast as
/// the model's way of sharing lets it. The metric that matters is throughput. The contract: every count is read and counted
/// up atomically, and a read sees what was counted before it began and nothing that was counted after it ended. A read of
/// several keys need not be a snapshot: each of its counts may be of another moment in between.
/// </summary>
public abstract class Sharedmap : Workload<SharedmapParameters>
{
    private List<LatencyRecorder> _recorders = [];
    private List<MapOperation[]> _scripts = [];
    private List<MapTally> _tallies = [];
    private double[] _done = [];

    public override WorkloadFacts Facts =>
        new(
            "sharedmap",
            "A map that callers share",
            "Callers read counters of one shared map or count them up, each one operation after the other, for a set time. A read of several keys reads each atomically, not all at one moment.",
            "One operation, timed by the caller that asks for it; a caller's first counts from the start signal.",
            "throughput"
        )
        {
            OwnMetrics = ["fairnessFraction"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>The callers; each is a unit.</summary>
    protected IReadOnlyList<MapCaller> Callers { get; private set; } = [];

    /// <summary>The map as it is after <see cref="CallAll"/>: the count of each key that was ever counted up.</summary>
    protected abstract IReadOnlyDictionary<int, long> Counts { get; }

    protected override IEnumerable<Configuration<SharedmapParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { CallMilliseconds = 50 });
            yield return new(Presets.Quick, new() { CallMilliseconds = 100 });
            foreach (var reads in new[] { 500, 900, 990, 999 })
            {
                yield return new(Presets.Standard | Presets.Full, new() { ReadsPerThousand = reads });
                yield return new(
                    Presets.Full,
                    new() { ReadsPerThousand = reads, KeyChoice = KeyChoice.Uniform }
                );
            }

            yield return new(
                Presets.Standard,
                new() { ReadsPerThousand = 500, KeyChoice = KeyChoice.Uniform }
            );
            yield return new(
                Presets.Standard | Presets.Full,
                new() { ReadsPerThousand = 999, KeysPerRead = 100 }
            );
            yield return new(Presets.Full, new() { Callers = 64 });
        }
    }

    /// <summary>Creates an empty map and a unit for each caller, which waits for the signal.</summary>
    protected abstract void Open();

    /// <summary>Gives the signal and returns when every caller has done its last operation.</summary>
    protected abstract void CallAll();

    /// <summary>Ends the units that have not ended by themselves, and waits for all.</summary>
    protected virtual void Close() { }

    protected override void Prepare()
    {
        var callers = Enumerable.Range(0, Parameters.Callers).ToList();
        _recorders = callers.ConvertAll(_ => Latencies.NewRecorder());
        _done = new double[Parameters.Callers];
        _scripts = callers.ConvertAll(caller => MapScript.Of(Seed, caller, Parameters));
        _tallies = _scripts.ConvertAll(script => new MapTally(script, Parameters.Keys));
    }

    protected override void PrepareIteration()
    {
        var callers = new List<MapCaller>();
        callers.AddRange(
            _scripts.Select(
                (script, caller) =>
                    new MapCaller(
                        script,
                        Parameters.Keys,
                        new BackToBack(_recorders[caller], InFlight),
                        callers
                    )
            )
        );
        Callers = callers;
        Open();
        SpinWait.SpinUntil(() => Units.Alive >= Parameters.Callers);
    }

    protected override void RunIteration() =>
        Measure(() =>
        {
            var now = SystemClock.Timestamp;
            foreach (var caller in Callers)
            {
                caller.Start(now, TimeSpan.FromMilliseconds(Parameters.CallMilliseconds));
            }

            CallAll();
        });

    protected override void FinishIteration()
    {
        Close();
        Count(
            new()
            {
                Intended = Callers.Sum(caller => caller.Asked),
                Completed = Callers.Sum(caller => caller.Done),
            }
        );
        if (IsMeasured)
        {
            JudgeFairness();
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        long[] done = [.. Callers.Select(caller => caller.Done)];
        long[] expected =
        [
            .. Enumerable.Range(0, Parameters.Keys).Select(key => Counted(new(key, KeysToRead: 0), done)),
        ];
        foreach (var caller in Callers)
        {
            findings.Expect(caller.Done > 0, "a caller got nothing done");
            foreach (var look in caller.Looks)
            {
                Check(findings, look);
            }
        }

        findings.ExpectEqual(
            0,
            Callers.Sum(caller => caller.Faults),
            "counts that fell as a caller saw them"
        );
        findings.ExpectEqual(expected.Sum(), Counts.Values.Sum(), "all counts together");
        for (var key = 0; key < Parameters.Keys; key++)
        {
            findings.Expect(
                (Counts.TryGetValue(key, out var count) ? count : 0) == expected[key],
                "a key's count differs from the sequential oracle's"
            );

            // Counting up n times returns 1 … n in some order, whoever did it.
            findings.Expect(
                Callers.Sum(caller => caller.Reached[key]) == expected[key] * (expected[key] + 1) / 2,
                "counting a key up did not return each number once"
            );
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private void Check(Findings findings, MapLook look)
    {
        var own = look.Operation.IsRead ? 0 : 1;
        findings.Expect(
            look.Result >= Counted(look.Operation, look.DoneBefore) + own,
            "a result lacks what was counted before its operation began"
        );
        findings.Expect(
            look.Result <= Counted(look.Operation, look.AskedAfter),
            "a result has more than was counted when its operation had ended"
        );
    }

    // What so many operations of each caller count the operation's keys up.
    private long Counted(MapOperation operation, IReadOnlyList<long> operations) =>
        _tallies.Select((tally, caller) => tally.CountsOf(operation, operations[caller])).Sum();

    // Over all iterations.
    private void JudgeFairness()
    {
        for (var caller = 0; caller < Callers.Count; caller++)
        {
            _done[caller] += Callers[caller].Done;
        }

        var fairness = Fairness.Of(_done);
        Metrics["fairnessFraction"] = fairness;
        StarvesCallers = fairness < Fairness.Enough;
    }
}
