using Bench.Measurement.Clocks;
using Bench.Measurement.Hosting;
using Bench.Measurement.Recording;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Transfers between the accounts of a bank. Source: Savina's banking, with money in whole cents so that it can be counted,
/// accounts that refuse to go below zero, and tellers who await an outcome instead of one who asks for everything at once, so
/// that latency is not the length of a queue. Every second day the transfers go back, lest some accounts run dry for good.
/// </summary>
/// <remarks>
/// The contract: a transfer takes money out of one account and puts it into the other, once, or is refused and does neither;
/// the outcome is told when both are done. Meanwhile the money may be in neither, but in no more than one.
/// </remarks>
public abstract class Banking : Workload<BankingParameters>
{
    private List<LatencyRecorder> _recorders = [];
    private Transfer[] _transfers = [];
    private List<Teller> _tellers = [];
    private Headway _headway = new([]);
    private long _days;
    private long _asked;
    private bool _coversEverything;

    public override WorkloadFacts Facts =>
        new(
            "banking",
            "Transfers between accounts",
            "Tellers transfer money between the accounts of a bank, each one transfer after the other; an account that lacks the money refuses.",
            "One transfer, timed by the teller, until the payee has the money or the payer has refused; a teller's first counts from the start signal.",
            "throughput"
        )
        {
            OwnMetrics = ["fairnessFraction", "refusedFraction", "dayMilliseconds"],
        };

    public override int WarmUpIterations => 2;

    /// <summary>
    /// A teller is in flight from the signal to its last outcome, so sums of latencies agree by construction; and a day may be over
    /// before the sampler has looked twice.
    /// </summary>
    public override bool ObeysLittlesLaw => false;

    /// <summary>The tellers; each is a unit.</summary>
    protected IReadOnlyList<Teller> Tellers => _tellers;

    /// <summary>The accounts by number; a transfer names them by it.</summary>
    protected IReadOnlyList<BankAccount> Accounts { get; private set; } = [];

    protected override IEnumerable<Configuration<BankingParameters>> Configurations
    {
        get
        {
            // With 10.00 an account and transfers up to as much, many are refused.
            var tight = new BankingParameters
            {
                Accounts = 20,
                Transfers = 2_000,
                Tellers = 4,
                InitialCents = 1_000,
                OpenMilliseconds = 30,
            };
            yield return new(Presets.Smoke, tight);
            yield return new(Presets.Full | Presets.Savina, new());
            yield return new(Presets.Full, tight with { Transfers = 50_000, OpenMilliseconds = 300 });
        }
    }

    /// <summary>Creates what is there for several days; outside the measured window.</summary>
    protected virtual void Open() { }

    /// <summary>Has every teller do the transfers of its day, and returns when all have their outcome.</summary>
    protected abstract void Trade();

    /// <summary>Ends the units that are still there, and waits for them.</summary>
    protected virtual void Close() { }

    protected override void Prepare()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Accounts, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parameters.Transfers, Parameters.Tellers);
        _recorders = [.. Enumerable.Range(0, Parameters.Tellers).Select(_ => Latencies.NewRecorder())];
        _transfers =
        [
            .. Enumerable
                .Range(0, Parameters.Transfers)
                .Select(number => Transfer.Draw(Seed, number, Parameters)),
        ];
        _coversEverything = Traffic().Max() <= Parameters.InitialCents;
    }

    protected override void PrepareIteration()
    {
        (_days, _asked) = (0, 0);
        Accounts =
        [
            .. Enumerable.Range(0, Parameters.Accounts).Select(_ => new BankAccount(Parameters.InitialCents)),
        ];
        _tellers = [.. _recorders.Select(NewTeller)];
        _headway = new(_tellers.ConvertAll<Func<long>>(teller => () => teller.Asked));
        _tellers.ForEach(teller => teller.Headway = _headway);
        Open();
    }

    protected override void RunIteration() => MeasureFor(Parameters.OpenMilliseconds, TradeOneDay);

    protected override void FinishIteration()
    {
        Close();
        var refused = _tellers.Sum(teller => teller.Refused);
        var intended = _days * Parameters.Transfers;
        Count(new() { Intended = intended, Completed = refused + _tellers.Sum(teller => teller.Settled) });
        if (IsMeasured)
        {
            Metrics["fairnessFraction"] = _headway.Fairness;
            Metrics["refusedFraction"] = (double)refused / intended;
            Metrics["dayMilliseconds"] = Window.Seconds * 1e3 * Parameters.Transfers / Operations.Intended;
            StarvesCallers |= _headway.Fairness < Fairness.Enough;
        }
    }

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var settled = _tellers.Sum(teller => teller.Settled);
        var refused = _tellers.Sum(teller => teller.Refused);
        findings.ExpectEqual(_days * Parameters.Transfers, _asked, "transfers asked for");
        findings.ExpectEqual(_asked, settled + refused, "transfers with an outcome");
        findings.ExpectEqual(
            0,
            _tellers.Sum(teller => teller.Faults),
            "outcomes told twice, or to another teller"
        );
        findings.ExpectEqual(settled, Accounts.Sum(account => account.Withdrawals), "withdrawals");
        findings.ExpectEqual(settled, Accounts.Sum(account => account.Deposits), "deposits");
        findings.ExpectEqual(refused, Accounts.Sum(account => account.Refusals), "refusals by accounts");
        findings.ExpectEqual(
            (long)Parameters.Accounts * Parameters.InitialCents,
            Accounts.Sum(account => account.Cents),
            "cents in the bank"
        );
        findings.Expect(
            Accounts.Select(account => account.Cents).SequenceEqual(Expected()),
            "an account's balance is not what the transfers settled make it"
        );
        findings.ExpectEqual(
            0,
            Accounts.Count(account => account.Lowest < 0),
            "accounts that were below zero"
        );
        findings.Expect(
            refused == 0 || !_coversEverything,
            "a transfer was refused although every account covers all of its transfers together"
        );
        findings.ExpectEqual(0, Units.Alive, "units alive after the end");
    }

    private Teller NewTeller(LatencyRecorder recorder, int teller) =>
        new(
            [.. _transfers.Where(transfer => transfer.Number % Parameters.Tellers == teller)],
            new BackToBack(recorder, InFlight)
        );

    private void TradeOneDay()
    {
        _headway.Begin();
        var now = SystemClock.Timestamp;
        foreach (var teller in _tellers)
        {
            teller.BeginDay(now, isReturnDay: _days % 2 == 1);
        }

        Trade();
        _days++;
        foreach (var teller in _tellers)
        {
            _asked += teller.Asked;
        }
    }

    // What goes in and out of each account in a day. A teller that is midway has moved no more than that.
    private long[] Traffic()
    {
        var traffic = new long[Parameters.Accounts];
        foreach (var (_, payer, payee, cents) in _transfers)
        {
            traffic[payer] += cents;
            traffic[payee] += cents;
        }

        return traffic;
    }

    // Where nothing is refused, this is the sequential oracle's result whatever the order; else it follows the outcomes.
    private long[] Expected()
    {
        var balances = new long[Parameters.Accounts];
        Array.Fill(balances, Parameters.InitialCents);
        _tellers.ForEach(teller => teller.Replay(balances));
        return balances;
    }
}
