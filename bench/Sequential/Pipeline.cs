namespace Bench.Sequential;

/// <summary>Item by item, each through all stages: nothing ever waits between two of them.</summary>
public class Pipeline : Workloads.Pipeline
{
    protected override void Flow()
    {
        using var unit = Units.Enter();
        for (var number = 0; number < Parameters.Items; number++)
        {
            Write(Aggregate(Enrich(Parse(Offer(number)))));
        }
    }
}
