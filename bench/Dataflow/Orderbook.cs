using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>A bounded block owns each book; a gateway sends each order to the block of its book and waits where there is no room.</summary>
public class Orderbook : Workloads.Orderbook
{
    private ActionBlock<Order>[] _books = [];
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        // What the owner has in hand counts.
        var options = new ExecutionDataflowBlockOptions { BoundedCapacity = Parameters.QueueCapacity + 1 };
        _books = [.. Desks.Select(desk => new ActionBlock<Order>(order => desk.Take(order), options))];
        _ended = Units.CountAsync(_books);
    }

    protected override void Trade()
    {
        Task.Run(BringAllAsync).Wait();
        AwaitApplied();
    }

    protected override void Close()
    {
        Array.ForEach(_books, book => book.Complete());
        _ended.Wait();
    }

    private async Task BringAllAsync()
    {
        using var unit = Units.Enter();
        while (Gateway.TryNext(out var order))
        {
            await _books[order.Book].SendAsync(order);
        }
    }
}
