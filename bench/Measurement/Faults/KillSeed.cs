namespace Bench.Measurement.Faults;

/// <summary>The process of the node that began the cluster, and coordinates it, ends without a word.</summary>
internal sealed class KillSeed : Fault
{
    public override string Id => "kill-seed";

    public override string Title => "The seed, which coordinates, is killed (SIGKILL)";

    public override int Hits(int nodes) => 1;

    public override void Inject(IFaultyCluster cluster) =>
        Signals.Send(cluster.ProcessOf(Hits(cluster.Nodes)), Signals.Kill);
}
