using Bench.Measurement.Load;
using Bench.Results;
using Bench.Workloads;

namespace Bench.Tests.Measurement.Faults;

using InventoryCall = Call<InventoryRequest, InventoryReply>;

/// <summary>A lane that is correct unless told otherwise: a task per request and a lock around the product.</summary>
internal sealed class InventoryLane : Inventory
{
    private readonly List<Task> _tasks = [];

    /// <summary>Serves a product, which is locked; the correct way is <see cref="Product.Apply"/>.</summary>
    public Func<Product, InventoryRequest, InventoryReply> Serve { get; init; } =
        (product, request) => product.Apply(request);

    /// <summary>Answers a call; the correct way is <c>call.Complete(reply)</c>.</summary>
    public Action<InventoryCall, InventoryReply> Answer { get; init; } =
        (call, reply) => call.Complete(reply);

    /// <summary>The limit that the lane is asked to keep, and does not.</summary>
    public int ConcurrencyLimit { get; init; } = 1_000;

    /// <summary>Whether a request is let in.</summary>
    public Predicate<InventoryRequest> Admits { get; init; } = _ => true;

    /// <summary>Measures the lane for a fifth of a second and returns its sample.</summary>
    public Sample Measure(int deadlineMilliseconds = 2_000)
    {
        Parameters = new()
        {
            Users = 50,
            ConcurrencyLimit = ConcurrencyLimit,
            ThinkMilliseconds = 20,
            BackendMilliseconds = 1,
            DeadlineMilliseconds = deadlineMilliseconds,
            ReservationPercent = 80,
            Products = 10,
            StockPerProduct = 5,
            WarmUpMilliseconds = 50,
            MeasuredMilliseconds = 200,
        };
        BeginProcess();
        BeginIteration();
        Run();
        EndIteration();
        EndProcess();
        return ToSample(
            new()
            {
                Case = "inventory/test",
                Workload = "inventory",
                Model = "test",
                Variant = "default",
                Terms = "equal",
                Parameters = ParameterSet.Empty,
                Configuration = ParameterSet.Empty,
                LimitSeconds = 60,
            }
        );
    }

    protected override void Open() => _tasks.Clear();

    protected override bool TryAdmit(InventoryCall call)
    {
        if (!Admits(call.Request))
        {
            return false;
        }

        _tasks.Add(Task.Run(() => HandleAsync(call)));
        return true;
    }

    protected override void Close() => Task.WaitAll(_tasks);

    private async Task HandleAsync(InventoryCall call)
    {
        using var unit = Units.Enter();
        await Backend.CallAsync(call.Request);
        var product = Products[call.Request.Product];
        InventoryReply reply;
        lock (product)
        {
            reply = Serve(product, call.Request);
        }

        Answer(call, reply);
    }
}
