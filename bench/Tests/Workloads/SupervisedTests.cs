using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class SupervisedTests
{
    [Fact]
    public void A_correct_supervised_lane_has_nothing_to_report()
    {
        var lane = Run((_, item) => Supervise(item));

        Assert.Empty(lane.Violations);
        Assert.Equal(PermanentFaults(lane), Trial.OperationsOf(lane).Failed);
        Assert.True(lane.Metrics["attemptsPerItem"] > 3);
        Assert.Equal(0, lane.Metrics["duplicates"]);
    }

    [Fact]
    public void A_correct_plain_lane_has_nothing_to_report_and_fails_more_often()
    {
        var lane = Run((_, item) => TryOnce(item), isSupervised: false);

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane).Failed > PermanentFaults(lane));
    }

    [Fact]
    public void Faults_are_the_items_own_and_permanent_ones_never_pass()
    {
        var lane = Run((_, item) => Supervise(item));
        var again = Run((_, item) => Supervise(item));

        Assert.Equal(Trial.OperationsOf(lane), Trial.OperationsOf(again));
        Assert.Equal(lane.Metrics["attemptsPerItem"], again.Metrics["attemptsPerItem"]);
        Assert.True(PermanentFaults(lane) > 0);
    }

    [Fact]
    public void An_item_that_never_ends_is_reported_and_does_not_add_up()
    {
        var admitted = 0;
        var lane = Run(
            (_, item) =>
            {
                if (admitted++ != 5)
                {
                    Supervise(item);
                }
            }
        );

        AssertReports("an item never ended", lane);
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void An_item_that_ends_twice_is_reported() =>
        AssertReports(
            "an item ended twice",
            Run(
                (_, item) =>
                {
                    Supervise(item);
                    item.Done();
                }
            )
        );

    [Fact]
    public void An_item_done_before_its_last_stage_is_reported() =>
        AssertReports(
            "an item was said to be done before it had passed all stages",
            Run((_, item) => item.Done())
        );

    [Fact]
    public void A_stage_that_is_done_twice_is_reported_and_counted()
    {
        var lane = Run(
            (_, item) =>
            {
                if (Supervise(item))
                {
                    item.Pass(0);
                }
            },
            change: standard => standard with { TransientPerThousand = 0, PermanentPerThousand = 0 }
        );

        AssertReports("a stage's work was done twice on an item", lane);
        Assert.Equal(50, lane.Metrics["duplicates"]);
    }

    [Fact]
    public void Stages_out_of_order_are_reported() =>
        AssertReports(
            "an item came to a stage before it had passed the one before",
            Run(
                (_, item) =>
                {
                    item.Pass(1);
                    item.Pass(0);
                    item.Pass(2);
                    item.Done();
                },
                change: standard => standard with { TransientPerThousand = 0, PermanentPerThousand = 0 }
            )
        );

    [Fact]
    public void A_supervised_item_given_up_at_its_first_fault_is_reported() =>
        AssertReports(
            "a supervised item was given up although trying again would have helped",
            Run((_, item) => TryOnce(item))
        );

    [Fact]
    public void An_item_given_up_without_a_fault_is_reported() =>
        AssertReports(
            "an item was given up although nothing went wrong with it",
            Run((_, item) => item.Fail(StageFault.Transient), isSupervised: false)
        );

    [Fact]
    public void A_wrong_reason_is_reported() =>
        AssertReports(
            "an item was given up for another reason than the fault that it has",
            Run((_, item) => Supervise(item, _ => StageFault.Outage))
        );

    [Fact]
    public void A_plain_lane_that_tries_again_is_reported() =>
        AssertReports(
            "a plain lane tried an item again",
            Run((_, item) => Supervise(item), isSupervised: false)
        );

    [Fact]
    public void More_tries_than_retries_allow_are_reported() =>
        AssertReports(
            "an item was tried more often than retries allow",
            Run((_, item) => Supervise(item), change: standard => standard with { Retries = 0 })
        );

    [Fact]
    public void A_breaker_that_opens_without_an_outage_is_reported() =>
        AssertReports(
            "openings of a breaker without an outage: expected 0, found 50",
            Run(
                (lane, item) =>
                {
                    lane.OpenBreaker();
                    Supervise(item);
                }
            )
        );

    [Fact]
    public void A_lane_whose_breaker_stays_shut_in_an_outage_is_reported() =>
        AssertReports("no breaker opened in the outage", Run((_, item) => Hammer(item), change: AlwaysDown));

    [Fact]
    public void Calls_that_pass_an_open_breaker_are_reported()
    {
        var lane = Run(
            (lane, item) =>
            {
                Hammer(item);
                if (lane.Admitted == 1)
                {
                    lane.OpenBreaker();
                }
            },
            change: AlwaysDown
        );

        AssertReports(
            "more calls (245) to a backend that is down than an open breaker lets through (9)",
            lane
        );
    }

    [Fact]
    public void More_items_in_work_than_the_stages_have_room_for_are_reported() =>
        AssertReports(
            "more items in work at once (4) than all stages have room for (3)",
            Run(
                (lane, item) =>
                {
                    lane.CallAtOnce(4);
                    Supervise(item);
                },
                change: standard =>
                    standard with
                    {
                        WorkersPerStage = 1,
                        ItemsPerSecond = 100,
                        StageMilliseconds = 5,
                    }
            )
        );

    private static SupervisedParameters AlwaysDown(SupervisedParameters standard) =>
        standard with
        {
            OutageMilliseconds = 10_000,
            TransientPerThousand = 0,
            PermanentPerThousand = 0,
        };

    private static int PermanentFaults(Supervised lane) =>
        Enumerable
            .Range(0, 50)
            .Count(number => ItemFaults.Of(1, number, lane.Parameters).PermanentAt is not null);

    // Tries each stage until it passes; true when all did.
    private static bool Supervise(SupervisedItem item, Func<StageFault, StageFault>? reason = null)
    {
        for (var stage = 0; stage < 3; )
        {
            try
            {
                item.Pass(stage);
                stage++;
            }
            catch (StageFaultException error) when (error.Fault == StageFault.Permanent)
            {
                item.Fail(reason?.Invoke(error.Fault) ?? error.Fault);
                return false;
            }
            catch (StageFaultException) { }
        }

        item.Done();
        return true;
    }

    private static void TryOnce(SupervisedItem item)
    {
        try
        {
            for (var stage = 0; stage < 3; stage++)
            {
                item.Pass(stage);
            }

            item.Done();
        }
        catch (StageFaultException error)
        {
            item.Fail(error.Fault);
        }
    }

    // Five calls to a backend that is down.
    private static void Hammer(SupervisedItem item)
    {
        item.Pass(0);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Throws<StageFaultException>(() => item.Pass(1));
        }

        item.Fail(StageFault.Outage);
    }

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static OneByOne Run(
        Action<OneByOne, SupervisedItem> serve,
        bool isSupervised = true,
        Func<SupervisedParameters, SupervisedParameters>? change = null
    )
    {
        var standard = new SupervisedParameters
        {
            ItemsPerSecond = 1_000,
            TransientPerThousand = 300,
            PermanentPerThousand = 100,
            OutageStartMilliseconds = 0,
            OutageMilliseconds = 0,
            WarmUpMilliseconds = 0,
            MeasuredMilliseconds = 50,
        };
        return Trial.Run(
            new OneByOne(serve, isSupervised) { Parameters = change?.Invoke(standard) ?? standard }
        );
    }

    /// <summary>A lane without concurrency: what becomes of an item is told to it. It gets 50, or what it is given per second.</summary>
    private sealed class OneByOne(Action<OneByOne, SupervisedItem> serve, bool isSupervised) : Supervised
    {
        public int Admitted { get; private set; }

        protected override bool IsSupervised => isSupervised;

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        public void OpenBreaker() => BreakerOpened();

        public void CallAtOnce(int calls) =>
            Task.WaitAll(Enumerable.Range(0, calls).Select(_ => Backend.CallAsync(StageTime).AsTask()));

        protected override void Open() { }

        protected override void Admit(SupervisedItem item)
        {
            Admitted++;
            serve(this, item);
        }

        protected override void Close() { }
    }
}
