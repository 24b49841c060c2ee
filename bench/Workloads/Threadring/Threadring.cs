using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// A token goes round a ring of units, hop by hop: one unit has work, all others wait. The metric that matters is
/// throughput, the inverse of what it takes to wake the next unit. Source: Savina's thread ring.
/// </summary>
public abstract class Threadring : Workload<ThreadringParameters>
{
    private readonly Arrival _ended = new();
    private LatencyRecorder _recorder = null!;
    private long _games;

    public override WorkloadFacts Facts =>
        new(
            "threadring",
            "A token round a ring",
            "Units in a ring pass a token on to the next, a set number of hops a game; nothing else is done.",
            "One hop, from when a unit has the token until the next one has it.",
            "throughput"
        );

    public override int WarmUpIterations => 2;

    /// <summary>One hop is under way while there is a game; the pauses between short games are all that the sampler could tell.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>With Savina's parameters a game of threads takes seconds.</summary>
    public override TimeSpan Limit => TimeSpan.FromSeconds(180);

    /// <summary>The places in the ring, in order; each is a unit, and the first follows the last.</summary>
    protected IReadOnlyList<RingMember> Members { get; private set; } = [];

    /// <summary>What the first member is given in each game.</summary>
    protected RingToken First => new(Parameters.Hops);

    protected override IEnumerable<Configuration<ThreadringParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { Hops = 2_000, PlayMilliseconds = 50 });
            yield return new(Presets.Full, new() { Hops = 10_000 });
            yield return new(Presets.Full, new() { Units = 10, Hops = 10_000 });
            yield return new(Presets.Savina | Presets.Full, new());
        }
    }

    /// <summary>Creates the units, which wait for the token.</summary>
    protected abstract void Open();

    /// <summary>Gives <see cref="First"/> to the first member and returns when the last has had it.</summary>
    protected abstract void Play();

    /// <summary>Ends the units and waits for them.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Play"/>: waits until the token has made its last hop.</summary>
    protected void AwaitLastHop() => _ended.Wait();

    protected override void Prepare() => _recorder = Latencies.NewRecorder();

    protected override void PrepareIteration()
    {
        _games = 0;
        var timer = new BackToBack(_recorder, InFlight);
        Members =
        [
            .. Enumerable
                .Range(0, Parameters.Units)
                .Select(index => new RingMember(index, Parameters, timer, _ended)),
        ];
        Open();
        SpinWait.SpinUntil(() => Units.Alive >= Parameters.Units);
    }

    protected override void RunIteration() => MeasureFor(Parameters.PlayMilliseconds, PlayGame);

    protected override void FinishIteration()
    {
        Close();
        Count(
            new()
            {
                Intended = _games * Parameters.Hops,
                Completed = Members.Sum(member => member.Received) - _games,
            }
        );
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(
            0,
            Members.Sum(member => member.Faults),
            "tokens that came twice, out of order or astray"
        );
        foreach (var member in Members)
        {
            findings.Expect(
                member.Received == _games * member.Turns,
                "a unit had the token too often or too seldom"
            );
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private void PlayGame()
    {
        _games++;
        foreach (var member in Members)
        {
            member.Begin();
        }

        _ended.Expect(1);
        Play();
    }
}
