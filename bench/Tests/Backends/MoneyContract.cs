using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>What every database that keeps the money must do.</summary>
public abstract class MoneyContract
{
    private const int Opening = 100;

    [Fact]
    public async Task A_payment_that_comes_twice_moves_money_once()
    {
        var bank = await NewAsync();
        var payment = new Payment(3, Payer: 0, Payee: 1, Cents: 60);

        bank.Call(payment);
        await bank.CallAsync(payment);

        var accounts = ((IMoneyDatabase)bank).Accounts();
        Assert.Equal([40, 160], accounts.Take(2).Select(account => account.Cents));
        Assert.Equal(payment, Assert.Single(accounts[0].Debits));
        Assert.Equal(payment, Assert.Single(accounts[1].Credits));
        Assert.Equal(PaymentReply.Settled, ((IMoneyDatabase)bank).Decision(3));
        bank.Close();
    }

    [Fact]
    public async Task What_the_balance_does_not_cover_is_declined_and_kept()
    {
        var bank = await NewAsync();
        var payment = new Payment(1, Payer: 2, Payee: 0, Cents: Opening + 1);

        await bank.CallAsync(payment);

        // Were there money now, a second time would still be answered as before.
        bank.Call(new(2, Payer: 1, Payee: 2, Cents: 50));
        bank.Call(payment);
        var accounts = ((IMoneyDatabase)bank).Accounts();
        Assert.Equal(payment, Assert.Single(accounts[2].Declined));
        Assert.Equal(Opening + 50, accounts[2].Cents);
        Assert.Equal(PaymentReply.Declined, ((IMoneyDatabase)bank).Decision(1));
        bank.Close();
    }

    [Fact]
    public async Task Payments_towards_each_other_do_not_stop_each_other_and_money_is_conserved()
    {
        var bank = await NewAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(number =>
                    bank.CallAsync(new(number, Payer: number % 2, Payee: 1 - (number % 2), Cents: 1 + number))
                        .AsTask()
                )
        );

        bank.EndLoad();
        var accounts = ((IMoneyDatabase)bank).Accounts();
        var findings = new Findings();
        new PaymentBooks(accounts, Opening).CheckBalances(findings);
        Assert.Empty(findings.Items);
        Assert.Equal(40, accounts.Sum(account => account.Debits.Count + account.Declined.Count));
        bank.Close();
    }

    /// <summary>A new database of 4 accounts.</summary>
    protected abstract Task<ServiceBackend<Payment>> OpenAsync(BackendSetup<Payment> setup);

    private Task<ServiceBackend<Payment>> NewAsync() =>
        OpenAsync(
            new(8, new PaymentsParameters { Accounts = 4, OpeningCents = Opening }, _ => TimeSpan.Zero)
        );
}
