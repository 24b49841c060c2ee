namespace Bench.Measurement.Faults;

/// <summary>The last node's process ends without a word.</summary>
internal sealed class KillNode : Fault
{
    public override string Id => "kill";

    public override string Title => "A node is killed (SIGKILL)";

    public override int Hits(int nodes) => nodes;

    public override void Inject(IFaultyCluster cluster) =>
        Signals.Send(cluster.ProcessOf(Hits(cluster.Nodes)), Signals.Kill);
}
