using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Many units talk to many: each pings another that it draws, awaits the pong and draws the next, and answers the pings
/// of all others meanwhile. The metric that matters is throughput. As all units have the same number of pings, quantiles speak
/// of all alike, whoever is served first. Source: Savina's big, where a unit may draw itself, too.
/// </summary>
public abstract class Big : Workload<BigParameters>
{
    private readonly Arrival _done = new();
    private List<LatencyRecorder> _recorders = [];
    private long[] _received = [];
    private long _games;

    public override WorkloadFacts Facts =>
        new(
            "big",
            "Many to many",
            "Units ping others drawn at random, each one after the other, and answer those that ping them.",
            "One ping and its pong, timed by the unit that asks; a unit's first counts from the start signal.",
            "throughput"
        );

    public override int WarmUpIterations => 2;

    /// <summary>Each unit has one trip under way from the signal to its last; the pauses between short games are all that the sampler could tell.</summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>With Savina's parameters a game of threads takes many seconds.</summary>
    public override TimeSpan Limit => TimeSpan.FromSeconds(600);

    /// <summary>What the units do with their messages; each is a unit.</summary>
    protected IReadOnlyList<BigPeer> Peers { get; private set; } = [];

    protected override IEnumerable<Configuration<BigParameters>> Configurations
    {
        get
        {
            yield return new(
                Presets.Smoke,
                new()
                {
                    Units = 40,
                    Pings = 50,
                    PlayMilliseconds = 50,
                }
            );
            yield return new(Presets.Full, new() { Pings = 200 });
            yield return new(Presets.Full, new() { Units = 12, Pings = 2_000 });
            yield return new(Presets.Savina | Presets.Full, new());
        }
    }

    /// <summary>Creates the units, which wait for messages.</summary>
    protected abstract void Open();

    /// <summary>Sends every unit <see cref="BeginOf"/> and returns when all have had their pongs.</summary>
    protected abstract void Play();

    /// <summary>Ends the units and waits for them. Nothing is on its way.</summary>
    protected abstract void Close();

    /// <summary>For <see cref="Play"/>: what makes a unit send its first ping.</summary>
    protected static BigMessage BeginOf(int unit) => new(BigKind.Begin, From: unit, To: unit, Number: 0);

    /// <summary>For <see cref="Play"/>: waits until every unit has its last pong.</summary>
    protected void AwaitPongs() => _done.Wait();

    protected override void Prepare()
    {
        _recorders = [.. Enumerable.Range(0, Parameters.Units).Select(_ => Latencies.NewRecorder())];
        _received = BigScript.Received(Seed, Parameters);
    }

    protected override void PrepareIteration()
    {
        _games = 0;
        Peers =
        [
            .. _recorders.Select(
                (recorder, unit) =>
                    new BigPeer(unit, Seed, Parameters, new BackToBack(recorder, InFlight), _done)
            ),
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
                Intended = _games * Parameters.Units * Parameters.Pings,
                Completed = Peers.Sum(peer => peer.Trips),
            }
        );
    }

    protected override void Check(Findings findings)
    {
        findings.ExpectEqual(0, Peers.Sum(peer => peer.Faults), "messages that went astray or came unasked");
        for (var unit = 0; unit < Peers.Count; unit++)
        {
            findings.Expect(
                Peers[unit].Trips == _games * Parameters.Pings,
                "a unit's pings were not answered once each"
            );
            findings.Expect(
                Peers[unit].Answered == _games * _received[unit],
                "a unit did not answer the pings that were sent to it once each"
            );
        }

        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private void PlayGame()
    {
        _games++;
        _done.Expect(Parameters.Units);
        var now = SystemClock.Timestamp;
        foreach (var peer in Peers)
        {
            peer.Begin(now);
        }

        Play();
    }
}
