namespace Bench.Measurement.Faults;

/// <summary>The last node stands still for longer than others believe in it, then goes on as if nothing had been.</summary>
internal sealed class PauseNode : Fault
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(15);

    public override string Id => "pause";

    public override string Title => "A node stands still for 15 s (SIGSTOP, SIGCONT)";

    public override int Hits(int nodes) => nodes;

    public override void Inject(IFaultyCluster cluster)
    {
        var process = cluster.ProcessOf(Hits(cluster.Nodes));
        Signals.Send(process, Signals.Stop);
        try
        {
            Thread.Sleep(s_pause);
        }
        finally
        {
            Signals.Send(process, Signals.Continue);
        }
    }
}
