using Bench.Measurement.Hosting;

namespace Bench.DurableGrains;

/// <summary>All accounts in one silo: what the database costs before a cluster spreads anything.</summary>
[Variant("nodes-1", Presets.Standard | Presets.Full)]
public class PaymentsNodes1 : Payments
{
    protected override int NodeCount => 1;
}
