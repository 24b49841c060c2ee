using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Bench.VirtualActors;

using PaymentCall = Call<Payment, PaymentReply>;

/// <summary>
/// A grain for each share of the accounts serves its payers one payment at a time, debits its own accounts and awaits the credit at
/// the payee's. It is reentrant, or two that credit each other would wait for ever.
/// </summary>
public class Payments : Workloads.Payments
{
    private IHost _silo = null!;
    private IExecutor[] _executors = [];
    private CountdownEvent _running = null!;
    private int _waiting;

    internal interface IExecutor : IUnit
    {
        [OneWay]
        Task Pay([Immutable] PaymentCall call);

        ValueTask Credit([Immutable] Payment payment);
    }

    protected override PaymentsParameters AsTold(PaymentsParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = parameters.Accounts,
        };

    protected override void Prepare() => _silo = Silo.Start(this);

    protected override void Open()
    {
        _running = new(initialCount: 1);
        _executors = _silo.Activate<IExecutor>(Parameters.ConcurrencyLimit);
    }

    protected override bool TryAdmit(PaymentCall call)
    {
        if (Volatile.Read(ref _waiting) >= Parameters.QueueBound)
        {
            return false;
        }

        Interlocked.Increment(ref _waiting);
        _running.AddCount();
        ExecutorOf(call.Request.Payer).Pay(call);
        return true;
    }

    protected override void Close()
    {
        _running.Signal();
        _running.Wait();
        Units.Retire(_executors);
    }

    protected override void Dispose(Findings findings) => _silo.ShutDown();

    private IExecutor ExecutorOf(int account) => _executors[account % _executors.Length];

    [Reentrant]
    internal sealed class ExecutorGrain(Payments bank) : UnitGrain(bank.Units), IExecutor
    {
        private readonly SemaphoreSlim _turn = new(1);

        public async Task Pay(PaymentCall call)
        {
            await _turn.WaitAsync();
            Interlocked.Decrement(ref bank._waiting);
            if (call.IsCancelled)
            {
                _turn.Release();
                call.Abandon();
            }
            else
            {
                await bank.Backend.CallAsync(call.Request);
                var isDebited = bank.Accounts[call.Request.Payer].TryDebit(call.Request);
                _turn.Release();
                if (isDebited)
                {
                    await bank.ExecutorOf(call.Request.Payee).Credit(call.Request);
                }

                call.Complete(isDebited ? PaymentReply.Settled : PaymentReply.Declined);
            }

            bank._running.Signal();
        }

        public ValueTask Credit(Payment payment)
        {
            bank.Accounts[payment.Payee].Credit(payment);
            return ValueTask.CompletedTask;
        }
    }
}
