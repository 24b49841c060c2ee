using System.Threading.Tasks.Dataflow;
using Bench.Workloads;

namespace Bench.Dataflow;

/// <summary>
/// A block for each branch; the source sends an item to one after the other. A join block takes one part from each of two branches or
/// none, a batch block where there are more, and hands them to the block that joins.
/// </summary>
public class Diamond : Workloads.Diamond
{
    private static readonly DataflowLinkOptions Propagating = new() { PropagateCompletion = true };

    private TransformBlock<HandoffItem, DiamondPart>[] _branches = [];
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _branches = [.. Enumerable.Range(0, Parameters.Branches).Select(NewBranch)];
        IDataflowBlock join = Parameters.Branches == 2 ? JoinPairs() : JoinAll();
        _ended = Units.CountAsync([.. _branches, join]);
    }

    protected override void Burst()
    {
        Task.Run(OfferAsync).Wait();
        AwaitJoined();
    }

    protected override void Close()
    {
        Array.ForEach(_branches, branch => branch.Complete());
        _ended.Wait();
    }

    // A block's capacity counts what waits before it and what it has done alike.
    private TransformBlock<HandoffItem, DiamondPart> NewBranch(int branch) =>
        new(
            item => DiamondPart.Of(item, branch),
            new() { BoundedCapacity = IsBounded ? Room : DataflowBlockOptions.Unbounded }
        );

    private ActionBlock<Tuple<DiamondPart, DiamondPart>> JoinPairs()
    {
        var pairs = new JoinBlock<DiamondPart, DiamondPart>(new() { Greedy = false, BoundedCapacity = 1 });
        var join = new ActionBlock<Tuple<DiamondPart, DiamondPart>>(
            pair => Joint.Join([pair.Item1, pair.Item2]),
            new() { BoundedCapacity = 1 }
        );
        _branches[0].LinkTo(pairs.Target1, Propagating);
        _branches[1].LinkTo(pairs.Target2, Propagating);
        pairs.LinkTo(join, Propagating);
        return join;
    }

    private ActionBlock<DiamondPart[]> JoinAll()
    {
        var parts = new BatchBlock<DiamondPart>(
            Parameters.Branches,
            new() { Greedy = false, BoundedCapacity = Parameters.Branches }
        );
        var join = new ActionBlock<DiamondPart[]>(each => Joint.Join(each), new() { BoundedCapacity = 1 });
        Array.ForEach(_branches, branch => branch.LinkTo(parts, Propagating));
        parts.LinkTo(join, Propagating);
        return join;
    }

    private async Task OfferAsync()
    {
        using var unit = Units.Enter();
        while (Source.TryOffer(out var item))
        {
            foreach (var branch in _branches)
            {
                await branch.SendAsync(item);
            }
        }
    }
}
