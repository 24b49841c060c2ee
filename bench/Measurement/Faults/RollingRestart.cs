namespace Bench.Measurement.Faults;

/// <summary>Every node in turn leaves in order and comes back as a new process, as when a new version is deployed.</summary>
internal sealed class RollingRestart : Fault
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(2);

    public override string Id => "rolling";

    public override string Title => "Every node in turn is restarted";

    public override int Hits(int nodes) => 1;

    public override void Inject(IFaultyCluster cluster)
    {
        for (var node = 1; node <= cluster.Nodes; node++)
        {
            cluster.Restart(node);
            Thread.Sleep(s_between);
        }
    }
}
