using System.Threading.Channels;

namespace Bench.Channels;

/// <summary>
/// As many workers as blocks read jobs from one channel, so any worker computes any block; a coordinator writes a job for
/// each block and reads as many replies before it goes on to the next sweep.
/// </summary>
public class Stencil : Workloads.Stencil
{
    private Channel<Job> _jobs = null!;
    private Channel<int> _done = null!;
    private Task[] _workers = [];

    protected override void Open()
    {
        _jobs = Channel.CreateUnbounded<Job>(new() { SingleWriter = true });
        _done = Channel.CreateUnbounded<int>(new() { SingleReader = true });
        _workers = [.. Enumerable.Range(0, Parameters.Blocks).Select(_ => Task.Run(WorkAsync))];
    }

    protected override void Compute() => Task.Run(CoordinateAsync).Wait();

    protected override void Close()
    {
        _jobs.Writer.Complete();
        Task.WaitAll(_workers);
    }

    private async Task CoordinateAsync()
    {
        using var unit = Units.Enter();
        for (var step = 0; step < Steps; step++)
        {
            for (var block = 0; block < Parameters.Blocks; block++)
            {
                _jobs.Writer.TryWrite(new(block, step));
            }

            for (var block = 0; block < Parameters.Blocks; block++)
            {
                await _done.Reader.ReadAsync();
            }
        }
    }

    private async Task WorkAsync()
    {
        using var unit = Units.Enter();
        try
        {
            while (true)
            {
                var (block, step) = await _jobs.Reader.ReadAsync();
                Advance(block, step);
                _done.Writer.TryWrite(block);
            }
        }
        catch (ChannelClosedException) { }
    }

    private readonly record struct Job(int Block, int Step);
}
