using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// The sieve as a chain of units that grows as primes are found: each divides candidates by the primes that it keeps and
/// passes on what it cannot divide. Source: Savina's sieve.
/// </summary>
/// <remarks>
/// The operation is a sieve, not a candidate: hand-offs have no bound, so a candidate's latency would be the length of the queue
/// before the first unit.
/// </remarks>
public abstract class Sieve : Workload<SieveParameters>
{
    private LatencyRecorder _recorder = null!;
    private PrimeTally _expected;
    private long _sieves;
    private long _wrong;
    private PrimeTally _found;

    public override WorkloadFacts Facts =>
        new(
            "sieve",
            "A chain that sieves primes",
            "Candidates go down a chain of units, one by one and in order; each unit keeps primes up to a number and passes on what none of them divides, to a unit created when first needed.",
            "One sieve: from its first candidate until count and sum of the primes are known.",
            "throughput"
        )
        {
            OwnMetrics = ["candidatesPerSecond"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>The candidates of a sieve: 2 and the odd numbers.</summary>
    protected int Candidates => Parameters.Limit / 2;

    protected override IEnumerable<Configuration<SieveParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    Limit = 5_000,
                    PrimesPerUnit = 100,
                    SieveMilliseconds = 30,
                }
            );
            yield return new(Presets.Full | Presets.Savina, new());
            yield return new(Presets.Full, new() { PrimesPerUnit = 100 });
        }
    }

    /// <summary>Before the sieves: whatever they need.</summary>
    protected virtual void Open() { }

    /// <summary>
    /// Sends all <see cref="Candidates"/>, in order, into a new chain, and adds up what its segments have found.
    /// </summary>
    protected abstract PrimeTally FindPrimes();

    /// <summary>After the sieves: waits for units that have not ended yet.</summary>
    protected virtual void Close() { }

    /// <summary>A candidate by its place: 2, 3, 5, 7, 9 …</summary>
    protected static int Candidate(int place) => place == 0 ? 2 : (2 * place) + 1;

    /// <summary>The segment of a new unit.</summary>
    protected PrimeSegment NewSegment() => new(Parameters.PrimesPerUnit);

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Limit, 3);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Parameters.PrimesPerUnit);
        _recorder = Latencies.NewRecorder();
        _expected = PrimeTally.Of(Parameters);
    }

    protected override void PrepareIteration()
    {
        (_sieves, _wrong, _found) = (0, 0, _expected);
        Open();
    }

    protected override void RunIteration()
    {
        MeasureFor(Parameters.SieveMilliseconds, SieveOnce);
        Count(new() { Intended = _sieves, Completed = _sieves });
    }

    protected override void FinishIteration()
    {
        Close();
        if (IsMeasured)
        {
            Metrics["candidatesPerSecond"] = Operations.Intended * Candidates / Window.Seconds;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        findings.ExpectEqual(0, _wrong, "sieves that are not as the oracle says");
        findings.ExpectEqual(_expected.Primes, _found.Primes, "primes");
        findings.ExpectEqual(_expected.Sum, _found.Sum, "the primes' sum");
        findings.ExpectEqual(_expected.Sifted, _found.Sifted, "candidates that came to units");
        findings.ExpectEqual(_expected.Segments, _found.Segments, "units that keep primes");
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private void SieveOnce()
    {
        InFlight.Enter();
        var startedAt = SystemClock.Timestamp;
        var found = FindPrimes();
        var endedAt = SystemClock.Timestamp;
        InFlight.Leave();
        _recorder.Record(startedAt, endedAt);
        _sieves++;
        if (found != _expected)
        {
            _wrong++;
            _found = found;
        }
    }
}
