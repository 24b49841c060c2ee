using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

[Collection(Alone.Name)]
public sealed class AbandonedTests
{
    private const int Payload = 65_536;

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(Serve);

        Assert.Empty(lane.Violations);
        Assert.Equal(20, Trial.OperationsOf(lane).Completed);
        Assert.Equal(0, lane.Metrics["liveUnits"]);
    }

    [Fact]
    public void Every_second_consumer_goes_away_midway()
    {
        var lane = Run(Serve);

        Assert.Equal(10, lane.Jobs.Count(job => job.Leaves));
        Assert.All(lane.Jobs, job => Assert.Equal(job.Leaves ? 4 : 12, job.Taken));
    }

    [Fact]
    public void What_is_held_when_all_is_quiet_is_retained()
    {
        var held = new List<AbandonedItem>();
        var lane = Run(job => Consume(job, held.Add));

        Assert.InRange(lane.Metrics["retainedBytes"], 20 * 4 * Payload, 20 * 20 * Payload);
        Assert.InRange(Run(Serve).Metrics["retainedBytes"], 0, 10 * Payload);
        GC.KeepAlive(held);
    }

    [Fact]
    public void A_consumer_that_does_not_get_everything_is_reported_and_the_operations_do_not_add_up()
    {
        var lane = Run(job =>
        {
            if (job.TryProduce(out var item))
            {
                job.Consume(job.Treat(item));
            }
        });

        Reports(lane, "consumers that got more or fewer items than they wanted: expected 0, found 20");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_consumer_that_is_given_items_after_it_has_gone_is_reported() =>
        Reports(
            Run(job =>
            {
                while (job.TryProduce(out var item))
                {
                    job.Consume(job.Treat(item));
                }
            }),
            "consumers that got more or fewer items than they wanted: expected 0, found 10"
        );

    [Fact]
    public void Items_out_of_order_are_reported() =>
        Reports(
            Run(job =>
            {
                Assert.True(job.TryProduce(out var first));
                Assert.True(job.TryProduce(out var second));
                job.Consume(job.Treat(second));
                job.Consume(job.Treat(first));
                Serve(job);
            }),
            "items out of their turn or not as the stages make them: expected 0, found 40"
        );

    [Fact]
    public void Items_that_the_stage_has_not_treated_are_reported() =>
        Reports(
            Run(job =>
            {
                while (job.TryProduce(out var item) && job.Consume(item)) { }
            }),
            "items out of their turn or not as the stages make them"
        );

    [Fact]
    public void A_source_that_nothing_holds_back_is_reported() =>
        Reports(
            Run(job =>
            {
                var items = new List<AbandonedItem>();
                while (job.TryProduce(out var item))
                {
                    items.Add(item);
                }

                foreach (var item in items)
                {
                    if (!job.Consume(job.Treat(item)))
                    {
                        break;
                    }
                }
            }),
            "more items under way at once in a pipeline (12) than waiting and in hand may be (5)"
        );

    [Fact]
    public void Units_that_outlive_their_consumer_are_reported_where_they_were_told()
    {
        var lane = new OneByOne(Serve) { UnitsLeft = 1 };
        Reports(
            Trial.Run(lane),
            "units alive although their consumer had gone and they were told: expected 0, found 10"
        );
    }

    [Fact]
    public void A_lane_that_cancels_although_it_says_that_it_does_not_is_reported() =>
        Reports(
            Trial.Run(new OneByOne(Serve, cancels: false)),
            "units of pipelines that were left, alive until the end: expected 20, found 0"
        );

    [Fact]
    public void Two_units_of_each_pipeline_that_was_left_are_what_is_expected_without_cancellation()
    {
        var lane = Trial.Run(new OneByOne(Serve, cancels: false) { UnitsLeft = 2 });

        Assert.Empty(lane.Violations);
        Assert.Equal(20, lane.Metrics["liveUnits"]);
    }

    private static void Serve(AbandonedJob job) => Consume(job, _ => { });

    private static void Consume(AbandonedJob job, Action<AbandonedItem> seen)
    {
        while (job.TryProduce(out var item))
        {
            seen(item);
            if (!job.Consume(job.Treat(item)))
            {
                break;
            }
        }
    }

    private static OneByOne Run(Action<AbandonedJob> serve) => Trial.Run(new OneByOne(serve));

    private static void Reports(OneByOne lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what becomes of a job is told to it.</summary>
    private sealed class OneByOne : Abandoned
    {
        private readonly Action<AbandonedJob> _serve;
        private readonly bool _cancels;

        public OneByOne(Action<AbandonedJob> serve, bool cancels = true)
        {
            (_serve, _cancels) = (serve, cancels);
            Parameters = new()
            {
                JobsPerSecond = 1_000,
                ItemsPerJob = 12,
                ItemsBeforeLeaving = 4,
                Capacity = 1,
                PayloadBytes = Payload,
                WarmUpMilliseconds = 0,
                MeasuredMilliseconds = 20,
            };
        }

        /// <summary>Units that each job whose consumer leaves is said to leave behind.</summary>
        public int UnitsLeft { get; init; }

        public List<AbandonedJob> Jobs { get; } = [];

        protected override bool Cancels => _cancels;

        protected override TimeSpan Patience => TimeSpan.Zero;

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Start(AbandonedJob job)
        {
            Jobs.Add(job);
            for (var unit = 0; job.Leaves && unit < UnitsLeft; unit++)
            {
                Units.Started();
            }

            _serve(job);
        }

        protected override void Settle()
        {
            base.Settle();
            while (Units.Alive > 0)
            {
                Units.Ended();
            }
        }

        protected override void Close() { }
    }
}
