using Bench.Measurement.Hosting;
using Bench.Measurement.Load;
using Bench.Workloads;

namespace Bench.ClusterLanes;

/// <summary>Lookups and reservations that a client sends to a cluster of processes, which keep the products.</summary>
public abstract class Inventory : Workloads.Inventory
{
    private const int FieldsOfReservation = 3;
    private readonly PendingCalls<InventoryRequest, InventoryReply> _pending = new();
    private readonly ClusterWork _work;

    protected Inventory() => _work = new(this);

    /// <summary>Processes that the products are spread over.</summary>
    protected virtual int NodeCount => 2;

    /// <summary>A tracer sees this process only.</summary>
    protected override IReadOnlyList<string> TracedSteps => [];

    /// <summary>Makes this process a client of the cluster.</summary>
    /// <param name="nodes">Where the nodes are.</param>
    protected abstract void Connect(IReadOnlyList<string> nodes);

    /// <summary>Makes every product's entity be there, before the load.</summary>
    protected abstract void Activate();

    /// <summary>Sends a request; <see cref="Answered"/> or <see cref="Dropped"/> is called when its answer comes.</summary>
    protected abstract void Send(InventoryRequest request);

    /// <summary>Leaves the cluster.</summary>
    protected abstract void Disconnect();

    /// <summary>The answer to a request has come.</summary>
    protected void Answered(long number, InventoryReply reply) => _pending.Complete(number, reply);

    /// <summary>A node did nothing for a request: it had waited for longer than its deadline.</summary>
    protected void Dropped(long number) => _pending.Abandon(number);

    protected override string? OutOfReach(InventoryParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return ClusterWork.WhyNot(parameters.Backend);
    }

    protected override void Prepare() => _work.Start(Parameters, NodeCount);

    protected sealed override void Open() => _work.Open(Connect, Activate);

    protected sealed override bool TryAdmit(Call<InventoryRequest, InventoryReply> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var most = (long)Parameters.ConcurrencyLimit + Parameters.QueueBound;
        if (!_pending.TryAdd(call.Request.Number, call, most))
        {
            return false;
        }

        Send(call.Request);
        return true;
    }

    protected sealed override void Close() => _work.Close(() => _pending.Count, Disconnect);

    protected override void Check(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Replay(findings);
        base.Check(findings);
        findings.Expect(
            _work.MostInWork <= Parameters.ConcurrencyLimit,
            $"more requests in work at once ({_work.MostInWork}) than the limit of {Parameters.ConcurrencyLimit}"
        );
    }

    protected override void Dispose(Findings findings) => _work.Finish();

    // The books of all nodes, entered into this side's own: what two nodes granted of the same pieces is noticed.
    private void Replay(Findings findings)
    {
        foreach (
            var row in _work.Books.SelectMany(book => book.Numbers("reservations").Chunk(FieldsOfReservation))
        )
        {
            var told = new InventoryRequest(row[0], (int)row[1], IsReservation: true, (int)row[2]);
            findings.Expect(
                Products[told.Product].Apply(told) == InventoryReply.Granted,
                "more pieces of a product are reserved than there were"
            );
        }

        var left = _work.Books.SelectMany(book => book.Numbers("left").Chunk(2)).ToList();
        findings.ExpectEqual(Parameters.Products, left.Count, "products that the nodes keep");
        findings.Expect(
            left.TrueForAll(row => Products[(int)row[0]].Left == row[1]),
            "the stock that is left is not the opening stock less what is reserved"
        );
    }
}
