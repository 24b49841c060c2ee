using Orleans.Concurrency;
using Orleans.Placement;

namespace Bench.DurableGrains;

/// <summary>Enters numbers while its cluster is hit.</summary>
[Reentrant, HashBasedPlacement, GrainType("durable-ledger")]
internal sealed class LedgerGrain(
    WritesWork work,
    [PersistentState("ledger")] IPersistentState<Ledger> stored
) : StoredGrain<Ledger>(work, stored), ILedger
{
    public async Task<int> Write(long number)
    {
        work.Handled();
        if (!State.Numbers.Contains(number))
        {
            State = new Ledger { Numbers = State.Numbers.Add(number) };
        }

        await SaveAsync();
        return work.Setup.Index;
    }

    protected override Ledger New() => new();
}
