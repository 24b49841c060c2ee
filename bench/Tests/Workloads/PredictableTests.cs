using Bench.Measurement.Clocks;
using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class PredictableTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void A_wake_up_is_for_the_tick_whose_time_is_nearest()
    {
        var stream = Stream(firstDueAt: SystemClock.Timestamp + (20 * Millisecond), periodMilliseconds: 100);

        Assert.True(stream.TryBegin(out var tick));
        Assert.Equal(0, tick);
        Assert.False(stream.TryBegin(out _));
    }

    [Fact]
    public void A_wake_up_more_than_half_a_period_early_is_for_no_tick()
    {
        var stream = Stream(
            firstDueAt: SystemClock.Timestamp + (900 * Millisecond),
            periodMilliseconds: 1_000
        );

        Assert.False(stream.TryBegin(out _));
        Assert.False(stream.IsOver);
    }

    [Fact]
    public void Ticks_that_a_late_wake_up_passes_over_are_missed_and_as_late_as_it()
    {
        var firstDueAt = SystemClock.Timestamp - (2_100 * Millisecond);
        var stream = Stream(firstDueAt, periodMilliseconds: 1_000);

        Assert.True(stream.TryBegin(out var tick));
        stream.Run(tick);

        Assert.Equal(2, tick);
        Assert.Equal([true, true, false], stream.Ticks.Take(3).Select(item => item.IsMissed));
        Assert.InRange(stream.Ticks[0].Deviation, 2_100 * Millisecond, 2_600 * Millisecond);
        Assert.InRange(stream.Ticks[1].Deviation, 1_100 * Millisecond, 1_600 * Millisecond);
        Assert.InRange(stream.Ticks[2].Deviation, 100 * Millisecond, 600 * Millisecond);
    }

    [Fact]
    public void A_wake_up_after_the_end_misses_what_is_left()
    {
        var over = 0;
        var stream = Stream(SystemClock.Timestamp - (60_000 * Millisecond), 1_000, () => over++);

        Assert.False(stream.TryBegin(out _));

        Assert.True(stream.IsOver);
        Assert.Null(stream.NextDueAt);
        Assert.Equal(1, over);
        Assert.All(stream.Ticks, tick => Assert.True(tick.IsMissed));
    }

    [Fact]
    public void A_stream_is_said_to_be_over_once_however_often_it_is_woken_afterwards()
    {
        var over = 0;
        var stream = Stream(SystemClock.Timestamp - (60_000 * Millisecond), 1_000, () => over++);

        Assert.False(stream.TryBegin(out _));
        Assert.False(stream.TryBegin(out _));
        Assert.Equal(1, over);

        over = 0;
        var last = Stream(SystemClock.Timestamp - Length(), 1_000, () => over++);
        Assert.True(last.TryBegin(out var tick));
        last.Run(tick);
        Assert.False(last.TryBegin(out _));
        Assert.Equal(1, over);

        // So long ago that the last tick is the nearest.
        long Length() => ((stream.Ticks.Count - 1) * 1_000 * Millisecond) + (100 * Millisecond);
    }

    [Fact]
    public void A_tick_begun_early_is_as_far_from_its_time_as_one_begun_late() =>
        Assert.Equal(
            new Tick(100, 130, 0, 1, false, 0).Deviation,
            new Tick(100, 70, 0, 1, false, 0).Deviation
        );

    [Fact]
    public void Quantiles_are_left_out_where_there_are_too_few_values()
    {
        var quantiles = new TickQuantiles([.. Enumerable.Range(1, 1_000).Select(value => (long)value)]);

        Assert.Equal(500, quantiles.At(0.5));
        Assert.Equal(999, quantiles.At(0.999));
        Assert.Null(new TickQuantiles([1, 2, 3]).At(0.999));
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run((stream, tick) => stream.Run(tick));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.AddUp);
        Assert.Equal(40, operations.Intended);
    }

    [Fact]
    public void A_tick_that_is_skipped_in_silence_is_reported_and_the_operations_do_not_add_up()
    {
        var begun = 0;
        var lane = Run(
            (stream, tick) =>
            {
                if (++begun > 1)
                {
                    stream.Run(tick);
                }
            }
        );

        Reports(lane, "ticks neither run nor said to be missed");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_tick_run_twice_is_reported() =>
        Reports(
            Run(
                (stream, tick) =>
                {
                    stream.Run(tick);
                    stream.Run(tick);
                }
            ),
            "ticks run twice"
        );

    [Fact]
    public void A_tick_run_although_it_was_missed_is_reported() =>
        Reports(
            Run(
                (stream, tick) =>
                {
                    stream.Run(tick);
                    var missed = stream.Ticks.ToList().FindIndex(item => item is { IsMissed: true, Runs: 0 });
                    if (missed >= 0)
                    {
                        stream.Run(missed);
                    }
                },
                isSlow: true
            ),
            "ticks said to be missed that ran"
        );

    [Fact]
    public void Ticks_of_one_stream_at_once_are_reported() =>
        Reports(
            Run(
                (stream, tick) =>
                {
                    var other = new Thread(() => stream.Run(tick));
                    other.Start();
                    stream.Run(tick);
                    other.Join();
                },
                rounds: 5_000_000
            ),
            "ticks that began while another of their stream was under way"
        );

    [Fact]
    public void Other_work_that_stands_still_is_reported() =>
        Reports(
            Run((stream, tick) => stream.Run(tick), others: 1),
            "units of other work that stood still: expected 0, found 1"
        );

    [Fact]
    public void A_stream_that_is_given_up_is_reported() =>
        Reports(
            Run((stream, tick) => stream.Run(tick), givesUpAt: 1),
            "the streams did not come to their end"
        );

    private static TickStream Stream(long firstDueAt, int periodMilliseconds, Action? over = null) =>
        new(
            firstDueAt,
            TimeSpan.FromMilliseconds(periodMilliseconds),
            ticks: 5,
            rounds: 1,
            seed: 1,
            over ?? (() => { })
        );

    private static OneByOne Run(
        Action<TickStream, int> run,
        bool isSlow = false,
        int rounds = 1,
        int others = 0,
        int givesUpAt = int.MaxValue
    ) =>
        Trial.Run(
            new OneByOne(run, isSlow, givesUpAt)
            {
                Parameters = new()
                {
                    Streams = 1,
                    PeriodMicroseconds = 2_000,
                    TickRounds = rounds,
                    OtherUnits = others,
                    WarmUpMilliseconds = 0,
                    MeasuredMilliseconds = 80,
                },
            }
        );

    private static void Reports(OneByOne lane, string violation) =>
        Assert.Contains(lane.Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    /// <summary>A lane without concurrency: what it does with a tick is told to it.</summary>
    /// <param name="run">Told a stream and the tick that is to run.</param>
    /// <param name="isSlow">Passes over every third tick.</param>
    /// <param name="givesUpAt">The tick from which on it no longer wakes up.</param>
    private sealed class OneByOne(Action<TickStream, int> run, bool isSlow, int givesUpAt) : Predictable
    {
        protected override TimeSpan Grace => TimeSpan.FromMilliseconds(100);

        protected override void Open() { }

        protected override void Start(TickStream stream)
        {
            var tick = 0;
            while (!stream.IsOver && tick < givesUpAt)
            {
                var next = stream.NextDueAt!.Value;
                SystemClock.Instance.WaitUntil(isSlow ? next + (long)stream.Period.TotalNanoseconds : next);
                if (stream.TryBegin(out tick))
                {
                    run(stream, tick);
                }
            }
        }

        protected override void Close() { }
    }
}
