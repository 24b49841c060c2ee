using Bench.Measurement.Hosting;

namespace Bench.ShardedActors;

/// <summary>All accounts in one node: what the cluster costs before it spreads anything.</summary>
[Variant("nodes-1", Presets.Standard | Presets.Full)]
public class PaymentsNodes1 : Payments
{
    protected override int NodeCount => 1;
}
