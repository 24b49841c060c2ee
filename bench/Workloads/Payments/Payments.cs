using Bench.Measurement;
using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Workloads;

/// <summary>
/// Payments between accounts at a rate that does not wait for answers: authorise by a backend call, debit the
/// payer, credit the payee. Source of the figures: the article's payment processing case.
/// </summary>
public abstract class Payments : ServiceWorkload<PaymentsParameters, Payment, PaymentReply>
{
    private const int HighestCents = 10_000;
    private readonly List<long> _settled = [];
    private readonly List<long> _declined = [];
    private long _failed;

    public override WorkloadFacts Facts =>
        new(
            "payments",
            "Payments at a rate",
            "Payments arrive at a rate; each is authorised by a backend call, debited and credited, in order for each payer.",
            "One payment: from the moment it was meant to be sent until its reply or the deadline; a refused one has no latency.",
            "p99"
        );

    /// <summary>The accounts. A lane lets one unit at a time touch an account; one that keeps them elsewhere puts them here for the checks.</summary>
    protected IReadOnlyList<Account> Accounts { get; set; } = [];

    /// <summary>The bank that authorises.</summary>
    protected ServiceBackend<Payment> Backend { get; private set; } = null!;

    protected override (TimeSpan WarmUp, TimeSpan Measured, TimeSpan Deadline) Timing =>
        (
            TimeSpan.FromMilliseconds(Parameters.WarmUpMilliseconds),
            TimeSpan.FromMilliseconds(Parameters.MeasuredMilliseconds),
            Parameters.DeadlineMilliseconds == 0
                ? TimeSpan.MaxValue
                : TimeSpan.FromMilliseconds(Parameters.DeadlineMilliseconds)
        );

    // Independent payers: evenly spaced payments would meet no queue before the very end of the capacity.
    protected override LoadKnob<PaymentsParameters> Knob =>
        new(
            nameof(PaymentsParameters.RatePerSecond),
            Start: 2_000,
            point =>
                new()
                {
                    RatePerSecond = point.Load,
                    SpikeRatePerSecond = point.Spike,
                    Arrivals = ArrivalProcess.Poisson,
                    WarmUpMilliseconds = point.WarmUpMilliseconds,
                    MeasuredMilliseconds = point.MeasuredMilliseconds,
                }
        );

    protected override bool LoadChanges => Parameters.SpikeRatePerSecond != 0;

    protected override IEnumerable<Configuration<PaymentsParameters>> Configurations
    {
        get
        {
            yield return new(Presets.Smoke, new() { WarmUpMilliseconds = 200, MeasuredMilliseconds = 500 });
            yield return new(
                Presets.Quick,
                new()
                {
                    RatePerSecond = 2_000,
                    Arrivals = ArrivalProcess.Poisson,
                    WarmUpMilliseconds = 300,
                    MeasuredMilliseconds = 1_000,
                }
            );

            foreach (var rate in new[] { 1_000, 10_000 })
            {
                var steady = new PaymentsParameters { RatePerSecond = rate };
                yield return new(
                    Presets.Standard | Presets.Full,
                    steady with
                    {
                        Arrivals = ArrivalProcess.Poisson,
                    }
                );
                yield return new(Presets.Full, steady with { Arrivals = ArrivalProcess.Constant });
            }

            // A blocking pool of 200 with 40 ms each settles 5,000/s: the peak is 16 % beyond it.
            var peak = new PaymentsParameters
            {
                RatePerSecond = 5_800,
                Arrivals = ArrivalProcess.Poisson,
                BackendMilliseconds = 40,
                WarmUpMilliseconds = 2_000,
                MeasuredMilliseconds = 3_000,
            };
            yield return new(Presets.Standard | Presets.Full, peak with { ConcurrencyLimit = 1_000 });
            yield return new(Presets.Standard | Presets.Full, peak, Terms.Told);
        }
    }

    protected override IArrivals Arrivals(long origin) =>
        OpenArrivals(origin, Parameters.RatePerSecond, Parameters.SpikeRatePerSecond, Parameters.Arrivals);

    protected override Payment Request(long number)
    {
        var random = SplitMix64.For(Seed, number);
        var payer = random.Next(Parameters.Accounts);
        var payee = (payer + 1 + random.Next(Parameters.Accounts - 1)) % Parameters.Accounts;
        return new Payment(number, payer, payee, Cents: 1 + random.Next(HighestCents));
    }

    protected override IEnumerable<Configuration<PaymentsParameters>> ConfigurationsOn(string backend)
    {
        // Accounts small enough for some payments to be declined, which a database must keep as well.
        var some = new PaymentsParameters
        {
            Backend = backend,
            Arrivals = ArrivalProcess.Poisson,
            ConcurrencyLimit = RealBackends.Limit,
            OpeningCents = 15_000,
            RatePerSecond = 100,
            WarmUpMilliseconds = 1_000,
            MeasuredMilliseconds = 1_000,
        };
        yield return new(Presets.Smoke, some);
        yield return new(Presets.Quick, some with { MeasuredMilliseconds = 3_000 });
        yield return new(
            Presets.Standard | Presets.Full,
            some with
            {
                WarmUpMilliseconds = 2_000,
                MeasuredMilliseconds = 4_000,
            }
        );
    }

    protected override void PrepareIteration()
    {
        Backend = NewBackend<Payment>(
            Parameters.Backend,
            Parameters.ConcurrencyLimit,
            _ => TimeSpan.FromMilliseconds(Parameters.BackendMilliseconds)
        );
        Accounts =
        [
            .. Enumerable
                .Range(0, Parameters.Accounts)
                .Select(_ => new Account(Parameters.OpeningCents, Backend as IMoneyDatabase)),
        ];
        _settled.Clear();
        _declined.Clear();
        _failed = 0;
    }

    protected override void Ended(Call<Payment, PaymentReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Outcome == CallOutcome.Completed)
        {
            (call.Reply == PaymentReply.Settled ? _settled : _declined).Add(call.Request.Number);
        }
        else if (call.Outcome == CallOutcome.Failed)
        {
            _failed++;
        }
    }

    protected override void FinishIteration() => Backend.EndLoad();

    protected override void Check(Findings findings)
    {
        base.Check(findings);
        Check(findings, Accounts);
        if (Backend is IMoneyDatabase database)
        {
            CheckDatabase(findings, database.Accounts());
        }

        findings.Expect(
            Backend.MostAtOnce <= Parameters.ConcurrencyLimit,
            $"more payments in work at once ({Backend.MostAtOnce}) than the limit of {Parameters.ConcurrencyLimit}"
        );
        findings.ExpectEqual(0, _failed, "payments given up while their caller waited");
    }

    private void Check(Findings findings, IReadOnlyList<Account> accounts)
    {
        var books = new PaymentBooks(accounts, Parameters.OpeningCents);
        books.CheckJournals(findings, Request);
        books.CheckReplies(findings, _settled, _declined);
        books.CheckBalances(findings);
    }

    // What the database holds is held to the invariant of its own, and must be what the lane was told.
    private void CheckDatabase(Findings findings, IReadOnlyList<Account> accounts)
    {
        findings.Within("in the database", found => Check(found, accounts));
        findings.Expect(
            Accounts
                .Select(account => (account.Cents, account.Debits.Count, account.Declined.Count))
                .SequenceEqual(
                    accounts.Select(account => (account.Cents, account.Debits.Count, account.Declined.Count))
                ),
            "accounts in the database differ from what the lane was told"
        );
    }
}
