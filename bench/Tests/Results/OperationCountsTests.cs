using Bench.Results;
using Xunit;

namespace Bench.Tests.Results;

public sealed class OperationCountsTests
{
    private static readonly OperationCounts s_counts = new()
    {
        Intended = 10,
        Completed = 4,
        Failed = 3,
        Rejected = 2,
        TimedOut = 1,
    };

    [Fact]
    public void Counts_add_up_when_nothing_is_lost_or_counted_twice()
    {
        Assert.True(s_counts.AddUp);
        Assert.False((s_counts with { Intended = 11 }).AddUp);
        Assert.False((s_counts with { Completed = 5 }).AddUp);
    }

    [Fact]
    public void Everything_that_was_not_completed_is_an_error()
    {
        Assert.Equal(0.6, s_counts.ErrorRate, 1e-12);
        Assert.Equal(0, new OperationCounts().ErrorRate);
    }

    [Fact]
    public void Two_windows_together_have_the_sum_of_each_count() =>
        Assert.Equal(
            new()
            {
                Intended = 20,
                Completed = 8,
                Failed = 6,
                Rejected = 4,
                TimedOut = 2,
            },
            s_counts.Plus(s_counts)
        );
}
