using Bench.Measurement.Hosting;
using Microsoft.Extensions.Hosting;

namespace Bench.VirtualActors;

/// <summary>A grain per account and per teller. The teller awaits the withdrawal and then the deposit: accounts call nobody, so none waits in a circle.</summary>
public class Banking : Workloads.Banking
{
    private IHost _silo = null!;
    private IAccount[] _accounts = [];
    private ITeller[] _tellers = [];

    internal interface IAccount : IUnit
    {
        ValueTask<bool> TryWithdraw(long cents);

        ValueTask Deposit(long cents);
    }

    internal interface ITeller : IUnit
    {
        Task Trade();
    }

    protected override void Prepare()
    {
        base.Prepare();
        _silo = Silo.Start(this);
    }

    protected override void Open()
    {
        _accounts = _silo.Activate<IAccount>(Accounts.Count);
        _tellers = _silo.Activate<ITeller>(Tellers.Count);
    }

    protected override void Trade() => Task.WaitAll(_tellers.Select(teller => teller.Trade()));

    protected override void Close() => Units.Retire([.. _tellers, .. _accounts]);

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    internal sealed class AccountGrain(Banking lane) : UnitGrain(lane.Units), IAccount
    {
        public ValueTask<bool> TryWithdraw(long cents) => new(lane.Accounts[Key].TryWithdraw(cents));

        public ValueTask Deposit(long cents)
        {
            lane.Accounts[Key].Deposit(cents);
            return ValueTask.CompletedTask;
        }
    }

    internal sealed class TellerGrain(Banking lane) : UnitGrain(lane.Units), ITeller
    {
        public async Task Trade()
        {
            var teller = lane.Tellers[Key];
            while (teller.TryNext(out var transfer))
            {
                var isSettled = await lane._accounts[transfer.Payer].TryWithdraw(transfer.Cents);
                if (isSettled)
                {
                    await lane._accounts[transfer.Payee].Deposit(transfer.Cents);
                }

                teller.Take(transfer.Number, isSettled);
            }
        }
    }
}
