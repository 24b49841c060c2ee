using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class BankingTests
{
    [Fact]
    public void A_transfer_is_between_two_accounts_of_the_bank_and_of_an_amount_allowed()
    {
        var parameters = new BankingParameters { Accounts = 3, HighestCents = 5 };
        var drawn = Enumerable
            .Range(0, 1_000)
            .Select(number => Transfer.Draw(1, number, parameters))
            .ToList();

        Assert.DoesNotContain(drawn, transfer => transfer.Payer == transfer.Payee);
        Assert.Equal([0, 1, 2], drawn.Select(transfer => transfer.Payer).Distinct().Order());
        Assert.Equal([0, 1, 2], drawn.Select(transfer => transfer.Payee).Distinct().Order());
        Assert.Equal([1L, 2, 3, 4, 5], drawn.Select(transfer => transfer.Cents).Distinct().Order());
        Assert.Equal(drawn[7], Transfer.Draw(1, 7, parameters));
        Assert.NotEqual(
            drawn,
            Enumerable.Range(0, 1_000).Select(number => Transfer.Draw(2, number, parameters))
        );
    }

    [Fact]
    public void An_account_refuses_what_it_does_not_cover()
    {
        var account = new BankAccount(10);

        Assert.False(account.TryWithdraw(11));
        Assert.True(account.TryWithdraw(10));
        account.Deposit(3);
        Assert.Equal((3, 0), (account.Cents, account.Lowest));
        Assert.Equal((1, 1, 1), (account.Withdrawals, account.Deposits, account.Refusals));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report_and_counts_refusals()
    {
        var lane = Run(lane => lane.SettleAll(lane.TrySettle), Tight);

        Assert.Empty(lane.Violations);
        Assert.InRange(lane.Metrics["refusedFraction"], 0.05, 0.95);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.True(lane.Metrics["dayMilliseconds"] > 0);
    }

    [Fact]
    public void Where_every_account_covers_all_of_its_transfers_nothing_is_refused()
    {
        var lane = Run(lane => lane.SettleAll(lane.TrySettle), Rich);

        Assert.Empty(lane.Violations);
        Assert.Equal(0, lane.Metrics["refusedFraction"]);
    }

    [Fact]
    public void Money_that_is_lost_is_reported() =>
        Reports(
            "cents in the bank",
            (lane, transfer) => lane.Accounts[transfer.Payer].TryWithdraw(transfer.Cents)
        );

    [Fact]
    public void Money_from_nowhere_is_reported() =>
        Reports(
            "withdrawals",
            (lane, transfer) =>
            {
                lane.Accounts[transfer.Payee].Deposit(transfer.Cents);
                return true;
            }
        );

    [Theory]
    [InlineData("withdrawals")]
    [InlineData("deposits")]
    [InlineData("an account's balance is not what the transfers settled make it")]
    public void A_transfer_that_is_done_twice_is_reported(string violation) =>
        Reports(violation, (lane, transfer) => lane.TrySettle(transfer) | lane.TrySettle(transfer));

    [Fact]
    public void A_transfer_that_is_not_done_but_said_to_be_is_reported() =>
        Reports("withdrawals", (lane, transfer) => transfer.Number == 3 || lane.TrySettle(transfer));

    [Fact]
    public void A_transfer_that_is_done_but_said_to_be_refused_is_reported() =>
        Reports("refusals by accounts", (lane, transfer) => lane.TrySettle(transfer) && transfer.Number != 3);

    [Fact]
    public void Money_that_goes_to_another_account_is_reported() =>
        Reports(
            "an account's balance is not what the transfers settled make it",
            (lane, transfer) =>
                lane.TrySettle(transfer with { Payee = (transfer.Payee + 1) % lane.Parameters.Accounts })
        );

    [Fact]
    public void An_account_that_was_below_zero_meanwhile_is_reported() =>
        Reports(
            "accounts that were below zero",
            (lane, transfer) =>
            {
                lane.Accounts[transfer.Payer].Deposit(-lane.Parameters.InitialCents - 1_000_000);
                lane.Accounts[transfer.Payer].Deposit(lane.Parameters.InitialCents + 1_000_000);
                return lane.TrySettle(transfer);
            }
        );

    [Fact]
    public void A_refusal_without_need_is_reported() =>
        Reports(
            "a transfer was refused although every account covers all of its transfers together",
            (lane, transfer) => lane.Accounts[transfer.Payer].TryWithdraw(long.MaxValue)
        );

    [Fact]
    public void An_outcome_that_is_told_twice_is_reported() =>
        ReportsOf(
            "outcomes told twice, or to another teller",
            lane =>
            {
                lane.SettleAll(lane.TrySettle);
                lane.Tellers[0].Take(number: 0, isSettled: true);
            }
        );

    [Fact]
    public void An_outcome_that_goes_to_another_teller_is_reported() =>
        ReportsOf(
            "outcomes told twice, or to another teller",
            lane =>
            {
                lane.Tellers[0].TryNext(out var transfer);
                lane.Tellers[1].Take(transfer.Number, lane.TrySettle(transfer));
                lane.Tellers[0].Take(transfer.Number, isSettled: true);
                lane.SettleAll(lane.TrySettle);
            }
        );

    [Fact]
    public void A_transfer_without_an_outcome_is_reported_and_does_not_add_up()
    {
        var lane = Run(lane => lane.Tellers[0].TryNext(out _), Rich);

        Assert.Contains(
            lane.Violations,
            found => found.StartsWith("transfers asked for", StringComparison.Ordinal)
        );
        Assert.Contains(
            lane.Violations,
            found => found.StartsWith("transfers with an outcome", StringComparison.Ordinal)
        );
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported() =>
        ReportsOf(
            "units alive after the end",
            lane =>
            {
                lane.Units.Started();
                lane.SettleAll(lane.TrySettle);
            }
        );

    private static readonly BankingParameters Rich = new()
    {
        Accounts = 5,
        Transfers = 40,
        Tellers = 2,
        OpenMilliseconds = 1,
    };

    private static readonly BankingParameters Tight = Rich with { InitialCents = 1_000 };

    private static void Reports(string violation, Func<ScriptedBanking, Transfer, bool> trySettle) =>
        ReportsOf(violation, lane => lane.SettleAll(transfer => trySettle(lane, transfer)));

    private static void ReportsOf(string violation, Action<ScriptedBanking> trade) =>
        Assert.Contains(
            Run(trade, Rich).Violations,
            found => found.StartsWith(violation, StringComparison.Ordinal)
        );

    private static ScriptedBanking Run(Action<ScriptedBanking> trade, BankingParameters parameters) =>
        Trial.Run(new ScriptedBanking(trade) { Parameters = parameters });

    /// <summary>A lane without concurrency: whatever it does wrong is told to it.</summary>
    private sealed class ScriptedBanking(Action<ScriptedBanking> trade) : Banking
    {
        public new IReadOnlyList<Teller> Tellers => base.Tellers;
        public new IReadOnlyList<BankAccount> Accounts => base.Accounts;

        public bool TrySettle(Transfer transfer)
        {
            if (!Accounts[transfer.Payer].TryWithdraw(transfer.Cents))
            {
                return false;
            }

            Accounts[transfer.Payee].Deposit(transfer.Cents);
            return true;
        }

        public void SettleAll(Func<Transfer, bool> trySettle)
        {
            foreach (var teller in Tellers)
            {
                while (teller.TryNext(out var transfer))
                {
                    teller.Take(transfer.Number, trySettle(transfer));
                }
            }
        }

        protected override void Trade() => trade(this);
    }
}
