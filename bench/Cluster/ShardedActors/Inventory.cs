using Akka.Actor;
using Bench.ClusterLanes;
using Bench.Workloads;

namespace Bench.ShardedActors;

/// <summary>
/// An entity per product keeps its stock in one of the nodes; requests reach it by its id. It never awaits: the backend's answer comes
/// back as a message, and the reply goes straight to whoever asked.
/// </summary>
public class Inventory : ClusterLanes.Inventory
{
    private ShardClient _client = null!;

    protected override InventoryParameters AsTold(InventoryParameters parameters) =>
        parameters with
        {
            ConcurrencyLimit = 10_000,
        };

    protected override void Connect(IReadOnlyList<string> nodes) =>
        _client = ShardClient.Join(nodes, Facts.Id, Hear);

    protected override void Activate() => _client.Wake(Parameters.Products);

    protected override void Send(InventoryRequest request) =>
        _client.Ask(
            new(
                request.IsReservation ? Ask.Reserve : Ask.LookUp,
                request.Number,
                request.Product,
                Amount: request.Quantity
            )
        );

    protected override void Disconnect() => _client.Leave();

    private void Hear(Answer answer)
    {
        if (answer.Outcome == Answer.Dropped)
        {
            Dropped(answer.Number);
        }
        else
        {
            Answered(answer.Number, (InventoryReply)answer.Outcome);
        }
    }

    [Entity<InventoryWork>("inventory")]
    private sealed class Shelf(int number, InventoryWork work) : UntypedActor
    {
        private readonly Product _product = work.Open(number);

        protected override void PreStart() => work.Units.Started();

        protected override void PostStop() => work.Units.Ended();

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case Request { Ask: Ask.Wake } request:
                    Sender.Tell(new Answer(request.Number, work.Setup.Index));
                    break;
                case Request request:
                    var asker = Sender;
                    work.Backend.CallAsync()
                        .PipeTo(Self, asker, success: isFetched => new Fetched(request, isFetched));
                    break;
                case Fetched fetched:
                    work.Handled();
                    Sender.Tell(new Answer(fetched.Request.Number, work.Setup.Index, Serve(fetched)));
                    break;
            }
        }

        private int Serve(Fetched fetched) =>
            fetched.IsFetched
                ? (int)
                    _product.Apply(
                        new(
                            fetched.Request.Number,
                            number,
                            fetched.Request.Ask == Ask.Reserve,
                            (int)fetched.Request.Amount
                        )
                    )
                : Answer.Dropped;

        private sealed record Fetched(Request Request, bool IsFetched);
    }
}
