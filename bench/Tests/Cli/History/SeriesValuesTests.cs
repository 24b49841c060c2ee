using Bench.Cli.History;
using Bench.Results;
using Bench.Results.History;
using Bench.Tests.Results.History;
using Xunit;

namespace Bench.Tests.Cli.History;

/// <summary>What of a run's samples enters series.</summary>
public sealed class SeriesValuesTests
{
    private static readonly PlannedCase s_case = MadeUpRun.Case("threads");

    [Fact]
    public void Every_metric_of_a_sample_enters_the_workloads_own_among_them()
    {
        var values = Values(new StoredRun { Cases = [s_case], Rounds = 1 });

        Assert.Contains(new(s_case.Case, 1, "throughput", 1_001), values);
        Assert.Contains(new(s_case.Case, 1, "ownMicroseconds", 0.1 + 0.2), values);
        Assert.DoesNotContain(values, value => value.Metric == "p99");
        Assert.DoesNotContain(values, value => value.Metric == "waitingFraction");
    }

    [Fact]
    public void Copies_slowed_and_traced_cases_do_not_enter()
    {
        var run = new StoredRun
        {
            Cases = [s_case, s_case with { Replica = 1 }, s_case.Slowed(new(1.2)), s_case.WithTrace()],
        };

        Assert.Equal([s_case.Case], Values(run).Select(value => value.Case).Distinct());
        Assert.Equal(run.Rounds, Values(run).Count(value => value.Metric == "throughput"));
    }

    [Fact]
    public void Trials_of_a_capacity_search_do_not_enter() =>
        Assert.Empty(Values(new StoredRun { Cases = [s_case with { Stage = CaseStage.Search }] }));

    [Fact]
    public void Invalid_samples_do_not_enter() =>
        Assert.Equal([2], Rounds(new StoredRun(), sample => sample with { Valid = sample.Round != 1 }));

    [Fact]
    public void Nothing_of_a_case_enters_that_was_incorrect_once()
    {
        var cases = Values(
                new StoredRun(),
                sample =>
                    sample is { Model: "tasks", Round: 2 }
                        ? sample with
                        {
                            Valid = false,
                            Status = SampleStatus.Incorrect,
                        }
                        : sample
            )
            .Select(value => value.Case)
            .Distinct();

        Assert.Equal([s_case.Case], cases);
    }

    [Fact]
    public void A_disturbed_round_gives_way_to_the_one_that_measured_it_again()
    {
        var run = new StoredRun { Rounds = 4 };
        var manifest = run.Manifest with { DisturbedRounds = [new(1, "noise", RepeatedAs: 4)] };

        Assert.Equal(
            [2, 3, 4],
            SeriesValues.Of(manifest, run.Samples).Select(value => value.Round).Distinct().Order()
        );
    }

    [Fact]
    public void Samples_that_were_not_planned_do_not_enter() =>
        Assert.Empty(SeriesValues.Of(new StoredRun { Cases = [] }.Manifest, new StoredRun().Samples));

    private static List<SampleValue> Values(StoredRun run, Func<Sample, Sample>? change = null) =>
        [.. SeriesValues.Of(run.Manifest, [.. run.Samples.Select(change ?? (sample => sample))])];

    private static IEnumerable<int> Rounds(StoredRun run, Func<Sample, Sample> change) =>
        Values(run, change).Select(value => value.Round).Distinct().Order();
}
