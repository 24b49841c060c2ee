using Bench.Measurement.Hosting;
using Bench.Measurement.Machine;
using Bench.Workloads;

namespace Bench.Threads;

/// <summary>A thread per block, tied to one processor for life; neighbouring blocks share one where there are fewer processors.</summary>
[Variant("pinned", Presets.Smoke | Presets.Standard | Presets.Full)]
public class StencilPinned : Stencil
{
    protected override string? OutOfReach(StencilParameters parameters) => ProcessorAffinity.WhyNot;

    protected override void Settle(int thread)
    {
        var processors = ProcessorAffinity.Allowed();
        var turn =
            Parameters.Blocks <= processors.Count ? thread : thread * processors.Count / Parameters.Blocks;
        ProcessorAffinity.Pin(processors[turn]);
    }
}
