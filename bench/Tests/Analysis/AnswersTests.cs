using Bench.Analysis;
using Xunit;

namespace Bench.Tests.Analysis;

public sealed class AnswersTests
{
    private static readonly double[] Hundred = [100, 101, 99, 100.5, 99.5, 100.2];

    [Fact]
    public void The_best_arm_is_named_with_ratio_and_interval()
    {
        var answer = Ask(("tasks", 0, Hundred), ("threads", 0, Times(0.5)));

        Assert.True(answer.Alone);
        Assert.StartsWith("ping, equal terms: tasks is best", answer.Sentence, StringComparison.Ordinal);
        Assert.Contains("times that of threads (99 % interval", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_arms_are_tied()
    {
        var answer = Ask(("tasks", 0, Hundred), ("channels", 0, Times(1.002)), ("threads", 0, Times(0.5)));

        Assert.False(answer.Alone);
        Assert.Equal(2, answer.Best.Count);
        Assert.Contains("tied with", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_rounds_rank_nobody()
    {
        var answer = Ask(("tasks", 0, [100, 101]), ("threads", 0, [50, 51]));

        Assert.False(answer.Alone);
        Assert.Contains("inconclusive between", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_of_an_A_A_arm_never_competes()
    {
        var answer = Ask(("tasks", 0, Hundred), ("tasks", 1, Times(3)));

        Assert.Equal(["tasks"], answer.Best.Select(arm => arm.Name));
        Assert.Contains("only tasks", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_A_A_pair_that_differs_is_reported()
    {
        Assert.True(AaCheck.Of(Runs.Of(("tasks", 0, Hundred), ("tasks", 1, Times(3)))).Disagrees);
        Assert.False(AaCheck.Of(Runs.Of(("tasks", 0, Hundred), ("tasks", 1, Times(1.001)))).Disagrees);
    }

    [Fact]
    public void A_run_without_an_A_A_arm_says_so() =>
        Assert.Contains(
            "no A/A arm",
            AaCheck.Of(Runs.Of(("tasks", 0, Hundred))).Sentence,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_shared_reason_is_given_once()
    {
        var sentence = Ask(("tasks", 0, [100]), ("threads", 0, [50]), ("actors", 0, [70])).Sentence;

        Assert.EndsWith(
            "inconclusive between tasks, actors and threads: tasks throughput 100/s [no interval from 1 launch]; "
                + "1.43 times that of actors, 2.00 times that of threads, 1 round measured, at least 5 are needed, "
                + "4 more rounds would probably decide.",
            sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_measured_yet_is_said() =>
        Assert.Contains("no valid sample", Ask(("tasks", 0, [])).Sentence, StringComparison.Ordinal);

    private static Answer Ask(params (string Model, int Replica, double[] Throughput)[] arms) =>
        Answers.For(Runs.Of(arms).Scenarios[0], Metrics.Throughput);

    private static double[] Times(double factor) =>
        [.. Hundred.Select((value, index) => value * factor * (1 + (0.001 * index)))];
}
