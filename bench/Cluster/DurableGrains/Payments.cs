using Bench.Measurement.Hosting;
using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>
/// A grain per account, in one of the nodes, writes a debit to the database, then awaits the payee's grain, which writes the credit.
/// Calls may overtake each other between nodes, so a payer's next payment is sent when the one before has its answer.
/// </summary>
public class Payments : ClusterLanes.Payments
{
    private DurableClient _client = null!;
    private IAccount[] _accounts = [];
    private Task[] _last = [];

    protected override string? OutOfReach(PaymentsParameters parameters) =>
        DurableClient.WhyNot ?? base.OutOfReach(parameters);

    protected override void Prepare()
    {
        _client = new();
        base.Prepare();
    }

    protected override void Connect(IReadOnlyList<string> nodes)
    {
        _client.Join();
        Window.Servers = () => _client.Servers;
    }

    protected override void Activate()
    {
        _accounts = _client.Activate<IAccount>(Parameters.Accounts);
        _last = [.. _accounts.Select(_ => Task.CompletedTask)];
    }

    protected override void Send(Payment payment) =>
        _last[payment.Payer] = PayAsync(_last[payment.Payer], payment);

    protected override void Disconnect() => _client.Leave();

    protected override void Dispose(Findings findings)
    {
        base.Dispose(findings);
        _client.Dispose();
    }

    private async Task PayAsync(Task last, Payment payment)
    {
        await last;
        try
        {
            if (
                await _accounts[payment.Payer].Pay(new(payment.Number, payment.Payee, payment.Cents)) is
                { } answer
            )
            {
                Answered(payment.Number, answer);
                return;
            }
        }
        catch (Exception error)
        {
            _client.Failed(error);
        }

        Dropped(payment.Number);
    }
}
