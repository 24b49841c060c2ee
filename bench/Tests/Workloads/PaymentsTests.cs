using Bench.Measurement.Load;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class PaymentsTests
{
    private const long Victim = 7;

    [Fact]
    public void A_debit_beyond_the_balance_is_declined_and_moves_nothing()
    {
        var account = new Account(cents: 100);

        Assert.True(account.TryDebit(new Payment(0, 0, 1, 100)));
        Assert.False(account.TryDebit(new Payment(1, 0, 1, 1)));
        Assert.Equal(0, account.Cents);
        Assert.Equal([0], account.Debits.Select(payment => payment.Number));
        Assert.Equal([1], account.Declined.Select(payment => payment.Number));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Trial.Run(new OneByOne((lane, call) => call.Complete(lane.Pay(call.Request))));

        Assert.Empty(lane.Violations);
        Assert.Empty(lane.Refused);
    }

    [Fact]
    public void Poor_payers_are_declined_and_the_books_still_agree()
    {
        var poor = new OneByOne((lane, call) => call.Complete(lane.Pay(call.Request)));
        poor.Parameters = poor.Parameters with { OpeningCents = 5_000 };
        Trial.Run(poor);

        Assert.Empty(poor.Violations);
        Assert.NotEmpty(poor.Refused);
    }

    [Fact]
    public void Constant_arrivals_offer_exactly_the_rate()
    {
        var lane = Trial.Run(new OneByOne((lane, call) => call.Complete(lane.Pay(call.Request))));

        var operations = Trial.OperationsOf(lane);
        Assert.Equal(
            lane.Parameters.RatePerSecond * lane.Parameters.MeasuredMilliseconds / 1_000,
            operations.Intended
        );
        Assert.Equal(operations.Intended, operations.Completed);
    }

    [Fact]
    public void A_payment_said_to_be_settled_but_lost_is_reported() =>
        Reports(
            "settled but not in the journals",
            (lane, call) =>
                call.Complete(call.Request.Number == Victim ? PaymentReply.Settled : lane.Pay(call.Request))
        );

    [Fact]
    public void A_payment_never_answered_is_reported() =>
        Reports(
            "answers to admitted calls",
            (lane, call) =>
            {
                if (call.Request.Number != Victim)
                {
                    call.Complete(lane.Pay(call.Request));
                }
            }
        );

    [Fact]
    public void A_payment_applied_twice_is_reported() =>
        Reports(
            "payments debited once each",
            (lane, call) =>
            {
                if (call.Request.Number == Victim)
                {
                    lane.Pay(call.Request);
                }

                call.Complete(lane.Pay(call.Request));
            }
        );

    [Fact]
    public void A_payment_answered_twice_is_reported() =>
        Reports(
            "calls answered twice",
            (lane, call) =>
            {
                call.Complete(lane.Pay(call.Request));
                if (call.Request.Number == Victim)
                {
                    call.Complete(PaymentReply.Settled);
                }
            }
        );

    [Fact]
    public void Payments_of_one_payer_out_of_order_are_reported()
    {
        Call<Payment, PaymentReply>? held = null;
        Reports(
            "the payments of a payer are out of order",
            (lane, call) =>
            {
                if (call.Request.Number == Victim)
                {
                    held = call;
                    return;
                }

                call.Complete(lane.Pay(call.Request));
                if (held?.Request.Payer == call.Request.Payer)
                {
                    held.Complete(lane.Pay(held.Request));
                    held = null;
                }
            }
        );
    }

    [Fact]
    public void Money_that_does_not_arrive_is_reported() =>
        Reports(
            "cents in all accounts together",
            (lane, call) =>
                call.Complete(
                    call.Request.Number == Victim ? lane.DebitOnly(call.Request) : lane.Pay(call.Request)
                )
        );

    [Fact]
    public void Money_that_goes_to_a_stranger_is_reported() =>
        Reports(
            "a payment is in the journal of another account",
            (lane, call) =>
                call.Complete(
                    call.Request.Number == Victim
                        ? lane.PayTo(call.Request.Payer, call.Request)
                        : lane.Pay(call.Request)
                )
        );

    [Fact]
    public void A_decline_that_the_account_knows_nothing_of_is_reported() =>
        Reports(
            "declined but not by the account",
            (lane, call) =>
                call.Complete(call.Request.Number == Victim ? PaymentReply.Declined : lane.Pay(call.Request))
        );

    [Fact]
    public void A_payment_given_up_while_its_caller_waits_is_reported() =>
        Reports(
            "payments given up while their caller waited",
            (lane, call) =>
            {
                if (call.Request.Number == Victim)
                {
                    call.Fail();
                }
                else
                {
                    call.Complete(lane.Pay(call.Request));
                }
            }
        );

    private static void Reports(string violation, Action<OneByOne, Call<Payment, PaymentReply>> handle) =>
        Assert.Contains(
            Trial.Run(new OneByOne(handle)).Violations,
            found => found.StartsWith(violation, StringComparison.Ordinal)
        );

    /// <summary>A lane without concurrency: whatever it does wrong is told to it.</summary>
    private sealed class OneByOne : Payments
    {
        private readonly Action<OneByOne, Call<Payment, PaymentReply>> _handle;

        public OneByOne(Action<OneByOne, Call<Payment, PaymentReply>> handle)
        {
            _handle = handle;
            Parameters = new()
            {
                Accounts = 4,
                DeadlineMilliseconds = 20_000, // a stall of the machine must not time a payment out
                WarmUpMilliseconds = 10,
                MeasuredMilliseconds = 100,
            };
        }

        public IEnumerable<Payment> Refused => Accounts.SelectMany(account => account.Declined);

        public PaymentReply Pay(Payment payment) => PayTo(payment.Payee, payment);

        public PaymentReply PayTo(int account, Payment payment)
        {
            var reply = DebitOnly(payment);
            if (reply == PaymentReply.Settled)
            {
                Accounts[account].Credit(payment);
            }

            return reply;
        }

        public PaymentReply DebitOnly(Payment payment) =>
            Accounts[payment.Payer].TryDebit(payment) ? PaymentReply.Settled : PaymentReply.Declined;

        protected override void Open() { }

        protected override bool TryAdmit(Call<Payment, PaymentReply> call)
        {
            _handle(this, call);
            return true;
        }

        protected override void Close() { }
    }
}
