using Bench.Measurement.Hosting;

namespace Bench.DurableGrains;

/// <summary>The accounts spread over four silos.</summary>
[Variant("nodes-4", Presets.Standard | Presets.Full)]
public class PaymentsNodes4 : Payments
{
    protected override int NodeCount => 4;
}
