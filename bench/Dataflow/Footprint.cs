using System.Threading.Tasks.Dataflow;

namespace Bench.Dataflow;

/// <summary>A block per unit, which waits for messages from the moment that it is there.</summary>
public class Footprint : Workloads.Footprint
{
    private static readonly ExecutionDataflowBlockOptions OneProducer = new()
    {
        SingleProducerConstrained = true,
    };

    private ActionBlock<bool>[] _blocks = [];

    protected override void Open() => _blocks = new ActionBlock<bool>[UnitCount];

    protected override void Create(int unit)
    {
        _blocks[unit] = new(_ => Woken(unit), OneProducer);
        Units.Started();
        Parked(unit);
    }

    protected override void Wake(int unit) => _blocks[unit].Post(true);

    protected override void Stop()
    {
        Array.ForEach(_blocks, block => block.Complete());
        foreach (var block in _blocks)
        {
            block.Completion.Wait();
            Units.Ended();
        }
    }
}
