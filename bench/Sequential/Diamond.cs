using Bench.Workloads;

namespace Bench.Sequential;

/// <summary>Item by item: each branch treats it in turn, and its parts are joined before the next one is offered.</summary>
public class Diamond : Workloads.Diamond
{
    protected override void Open() { }

    protected override void Burst()
    {
        using var unit = Units.Enter();
        var parts = new DiamondPart[Parameters.Branches];
        while (Source.TryOffer(out var item))
        {
            for (var branch = 0; branch < parts.Length; branch++)
            {
                parts[branch] = DiamondPart.Of(item, branch);
            }

            Joint.Join(parts);
        }
    }

    protected override void Close() { }
}
