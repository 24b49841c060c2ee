using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class LeakTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Trial.Run(
            new OneByOne((lane, work) => lane.Held.Add(work), isBound: false)
            {
                AfterSoak = lane => lane.Held.ForEach(work => work.Deliver()),
            }
        );

        Assert.Empty(lane.Violations);
        Assert.Equal(50, Trial.OperationsOf(lane).Completed);
        Assert.Equal(0, lane.Metrics["liveUnits"]);
        Assert.Equal(0, lane.Metrics["givenUpFraction"]);
    }

    [Fact]
    public void Units_that_wait_for_the_sink_are_counted_when_the_soak_ends()
    {
        var lane = new OneByOne((_, _) => { }, isBound: false);
        lane.Serve = (self, work) =>
        {
            self.Units.Started();
            self.Held.Add(work);
        };
        lane.AfterSoak = self =>
        {
            self.Held.ForEach(work => work.Deliver());
            self.Held.ForEach(_ => self.Units.Ended());
        };

        Trial.Run(lane);

        Assert.Empty(lane.Violations);
        Assert.Equal(50, lane.Metrics["liveUnits"]);
    }

    [Fact]
    public void Work_lets_its_payload_go_when_it_ends()
    {
        var lane = Run(work => work.Deliver());

        Assert.All(lane.Everything, work => Assert.Equal(0, work.Bytes));
    }

    [Fact]
    public void Work_holds_its_payload_until_it_ends()
    {
        List<int> bytes = [];
        Run(work =>
        {
            bytes.Add(work.Bytes);
            work.Deliver();
        });

        Assert.All(bytes, length => Assert.Equal(64, length));
    }

    [Fact]
    public void Lost_work_is_reported()
    {
        var started = 0;
        AssertReports(
            "work lost: expected 0, found 1",
            Run(work =>
            {
                if (started++ != 5)
                {
                    work.Deliver();
                }
            })
        );
    }

    [Fact]
    public void Work_that_ends_twice_is_reported() =>
        AssertReports(
            "work ended twice: expected 0, found 50",
            Run(work =>
            {
                work.Deliver();
                work.GiveUp();
            })
        );

    [Fact]
    public void Work_said_to_be_delivered_while_the_sink_is_shut_is_reported() =>
        AssertReports(
            "work was said to be delivered while the sink was shut",
            Run(work => work.Deliver(), isBound: false)
        );

    [Fact]
    public void A_deadline_that_nobody_keeps_is_reported()
    {
        var lane = new OneByOne((lane, work) => lane.Held.Add(work))
        {
            AfterSoak = lane => lane.Held.ForEach(work => work.Deliver()),
        };
        lane.Parameters = lane.Parameters with { DeadlineMilliseconds = 5 };

        AssertReports("most of the work long past its deadline had not been given up", Trial.Run(lane));
    }

    [Fact]
    public void Work_given_up_before_its_deadline_is_reported() =>
        AssertReports("work was given up before its deadline", Run(work => work.GiveUp()));

    [Fact]
    public void Work_given_up_without_a_deadline_is_reported() =>
        AssertReports("work was given up without a deadline", Run(work => work.GiveUp(), isBound: false));

    [Fact]
    public void Work_that_outlives_its_deadline_is_reported_where_there_is_one()
    {
        AssertReports("work outlived its deadline by far", Hold(isBound: true));
        Assert.Empty(Hold(isBound: false).Violations);
    }

    private static OneByOne Hold(bool isBound) =>
        Trial.Run(
            new OneByOne((lane, work) => lane.Held.Add(work), isBound)
            {
                AfterSoak = lane =>
                {
                    Thread.Sleep(60);
                    lane.Held.ForEach(work => work.Deliver());
                },
            }
        );

    private static OneByOne Run(Action<BackgroundWork> serve, bool isBound = true) =>
        Trial.Run(new OneByOne((_, work) => serve(work), isBound));

    private static void AssertReports(string violation, OneByOne lane) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what becomes of work is told to it. Deadline and patience are 50 ms together.</summary>
    private sealed class OneByOne : Leak
    {
        private readonly bool _isBound;

        public OneByOne(Action<OneByOne, BackgroundWork> serve, bool isBound = true)
        {
            (Serve, _isBound) = (serve, isBound);
            Parameters = new()
            {
                RequestsPerSecond = 1_000,
                PayloadBytes = 64,
                DeadlineMilliseconds = 50,
                WarmUpMilliseconds = 0,
                SoakMilliseconds = 50,
            };
        }

        public Action<OneByOne, BackgroundWork> Serve { get; set; }

        public Action<OneByOne> AfterSoak { get; set; } = _ => { };

        public List<BackgroundWork> Held { get; } = [];

        public List<BackgroundWork> Everything { get; } = [];

        protected override bool IsBound => _isBound;

        protected override TimeSpan Patience => TimeSpan.Zero;

        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open() { }

        protected override void Start(BackgroundWork work)
        {
            Everything.Add(work);
            Serve(this, work);
        }

        protected override void Emitted()
        {
            base.Emitted();
            AfterSoak(this);
        }

        protected override void Close() { }
    }
}
