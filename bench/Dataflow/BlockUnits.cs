using System.Threading.Tasks.Dataflow;
using Bench.Measurement.Recording;

namespace Bench.Dataflow;

/// <summary>A unit of this model is a block that runs code; those that only buffer, batch or join are what channels are elsewhere.</summary>
internal static class BlockUnits
{
    /// <summary>Counts blocks as units from now on, each until it completes.</summary>
    /// <returns>Completes when all have; fails when one of them has failed.</returns>
    public static Task CountAsync(this UnitCounter units, params IReadOnlyList<IDataflowBlock> blocks) =>
        Task.WhenAll(blocks.Select(units.CountOneAsync));

    private static async Task CountOneAsync(this UnitCounter units, IDataflowBlock block)
    {
        using var unit = units.Enter();
        await block.Completion;
    }
}
