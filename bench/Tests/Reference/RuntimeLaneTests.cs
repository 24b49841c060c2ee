using Bench.Measurement.Hosting;
using Bench.Tests.Workloads;
using Xunit;

namespace Bench.Tests.Reference;

/// <summary>What a program of another runtime tells is checked, and what it does wrong is said.</summary>
public sealed class RuntimeLaneTests
{
    [Fact]
    public void An_honest_program_makes_a_correct_sample()
    {
        var lane = Run(seed: 1);

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.Equal((6, 6), (operations.Intended, operations.Completed));
        Assert.Equal(6, lane.Latencies.Merged().TotalCount);
        Assert.Equal(3_000, lane.Latencies.TotalNanoseconds());
        Assert.Equal((6, 2), (lane.Units.Created, lane.Units.Peak));
        Assert.True(Assert.Single(lane.Window.Watched) > 0);
        Assert.Equal("made1.2.3", Trial.SampleOf(lane).Runtime);
    }

    [Theory]
    [InlineData(2, "balls played back and round trips")]
    [InlineData(3, "latencies recorded")]
    [InlineData(4, "the sum of the latencies")]
    [InlineData(5, "the window that the program told")]
    public void A_program_that_lies_is_caught_by_the_sums(ulong seed, string violation) =>
        Assert.Contains(Run(seed).Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    [Theory]
    [InlineData(6, "Made: ended after 'iterate' with exit code 3: panic: out of ideas")]
    [InlineData(7, "Made: said 'Segmentation fault, or so it seems', which is no message here; ")]
    [InlineData(8, "Made: gave up at 'iterate': no memory")]
    [InlineData(9, "Made: the message 'iterated' has no list of numbers 'played'; ")]
    public void A_program_that_fails_is_told_of_in_one_line(ulong seed, string line)
    {
        var failure = Assert.Throws<LaneFailureException>(() => Run(seed));

        Assert.StartsWith(line, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static MadeUpRuntime Run(ulong seed)
    {
        var lane = new MadeUpRuntime { Seed = seed };
        Trial.Run(lane);
        return lane;
    }
}
