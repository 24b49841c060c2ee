using System.Threading.Tasks.Dataflow;

namespace Bench.Dataflow;

/// <summary>
/// A cycle: a block computes bands of the grid at once, a batch block is the barrier that lets them through when all are done,
/// and a coordinator posts the next sweep's to the first.
/// </summary>
public class Stencil : Workloads.Stencil
{
    private TransformBlock<Job, int> _bands = null!;
    private BufferBlock<int> _computed = null!;
    private Task _ended = Task.CompletedTask;

    protected override void Open()
    {
        _bands = new(Advance, new() { MaxDegreeOfParallelism = Parameters.Blocks, EnsureOrdered = false });
        var barrier = new BatchBlock<int>(Parameters.Blocks);
        var coordinator = new ActionBlock<int[]>(steps => Begin(steps[0] + 1));
        _computed = new();
        _bands.LinkTo(barrier, new() { PropagateCompletion = true });
        barrier.LinkTo(coordinator, new() { PropagateCompletion = true });
        _ended = Units.CountAsync(_bands, coordinator);
    }

    protected override void Compute()
    {
        Begin(0);
        _computed.Receive();
    }

    protected override void Close()
    {
        _bands.Complete();
        _ended.Wait();
    }

    private void Begin(int step)
    {
        if (step == Steps)
        {
            _computed.Post(step);
            return;
        }

        for (var block = 0; block < Parameters.Blocks; block++)
        {
            _bands.Post(new(block, step));
        }
    }

    private int Advance(Job job)
    {
        Advance(job.Block, job.Step);
        return job.Step;
    }

    private readonly record struct Job(int Block, int Step);
}
