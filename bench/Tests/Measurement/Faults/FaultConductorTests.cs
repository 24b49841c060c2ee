using Bench.Measurement.Faults;
using Bench.Tests.Analysis.Faults;
using Xunit;

namespace Bench.Tests.Measurement.Faults;

/// <summary>A trial tells what was acknowledged, what is held, and what is lost.</summary>
[Collection(Alone.Name)]
public sealed class FaultConductorTests
{
    private static readonly WritePlan s_plan = new()
    {
        RatePerSecond = 100,
        Keys = 10,
        Before = TimeSpan.FromMilliseconds(500),
        After = TimeSpan.FromMilliseconds(300),
        Most = TimeSpan.FromSeconds(10),
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_hit_node_had_in_its_memory_is_lost(bool isDurable)
    {
        using var cluster = new MadeUpCluster(isDurable);

        var trial = new FaultConductor(new HitLast(), cluster, s_plan).Run(Tried.Facts(isDurable));

        Assert.Equal(trial.Intended, trial.Acknowledged);
        Assert.Equal(0, trial.InDoubt);
        Assert.Equal(0, trial.Twice);
        Assert.Equal(0, trial.TwiceForSeconds);
        Assert.Equal(isDurable, trial.Lost == 0);
        Assert.Equal(trial.Acknowledged, trial.State + trial.Lost);
        Assert.NotNull(trial.FirstSuccessSeconds);
        Assert.Equal(trial.Acknowledged, trial.AcknowledgedBySecond.Sum());
    }

    [Fact]
    public void A_node_that_has_not_noticed_yet_that_others_took_it_for_dead_is_waited_for()
    {
        using var cluster = new MadeUpCluster(isDurable: true) { LooksUntilNoticed = 2 };

        var trial = new FaultConductor(new HitLast(), cluster, s_plan).Run(Tried.Facts(isDurable: true));

        Assert.Equal(0, trial.Twice);
        Assert.True(trial.TwiceForSeconds > 0);
    }

    [Fact]
    public void What_stays_twice_is_reported()
    {
        using var cluster = new MadeUpCluster(isDurable: true) { LooksUntilNoticed = int.MaxValue };
        var plan = s_plan with { Settling = TimeSpan.FromMilliseconds(500) };

        var trial = new FaultConductor(new HitLast(), cluster, plan).Run(Tried.Facts(isDurable: true));

        Assert.Equal(1, trial.Twice);
        Assert.Null(trial.TwiceForSeconds);
    }

    [Fact]
    public void A_fault_that_cannot_be_done_ends_the_load()
    {
        using var cluster = new MadeUpCluster(isDurable: true);

        Assert.Throws<InvalidOperationException>(() =>
            new FaultConductor(new Impossible(), cluster, s_plan).Run(Tried.Facts(isDurable: true))
        );
    }

    [Fact]
    public void Every_fault_has_an_id_of_its_own()
    {
        Assert.Equal(Fault.All.Select(fault => fault.Id).Distinct(), Fault.All.Select(fault => fault.Id));
        Assert.Subset(
            Fault.All.Select(fault => fault.Id).ToHashSet(),
            new HashSet<string> { "kill", "kill-seed", "pause", "rolling", "slow" }
        );
    }

    private sealed class HitLast : Fault
    {
        public override string Id => "hit";

        public override string Title => "A node is hit";

        public override int Hits(int nodes) => nodes;

        public override void Inject(IFaultyCluster cluster) => ((MadeUpCluster)cluster).Hit(cluster.Nodes);
    }

    private sealed class Impossible : Fault
    {
        public override string Id => "impossible";

        public override string Title => "What cannot be done";

        public override int Hits(int nodes) => 1;

        public override void Inject(IFaultyCluster cluster) =>
            throw new InvalidOperationException("not here");
    }
}
