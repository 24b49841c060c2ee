using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class PingpongTests
{
    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(lane => lane.PlayInTurn());

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Intended > 0);
        Assert.True(operations.AddUp);
    }

    [Fact]
    public void A_ball_that_is_lost_and_sent_again_is_reported()
    {
        var lane = Run(lane =>
        {
            lane.Pongers[0].TryReturn(lane.Pingers[0].First, out _);
            lane.PlayInTurn();
        });

        Assert.Contains(
            lane.Violations,
            text => text.StartsWith("balls that arrived wrong", StringComparison.Ordinal)
        );
        Assert.Contains(
            lane.Violations,
            text => text.StartsWith("balls played back and", StringComparison.Ordinal)
        );
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_ball_that_comes_back_twice_is_reported()
    {
        var lane = Run(lane =>
        {
            lane.Pingers[0].TryPlayOn(lane.Pingers[0].First + 1, out _);
            lane.PlayInTurn();
        });

        Assert.Contains(
            lane.Violations,
            text => text.StartsWith("balls that came back wrong", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_ball_of_another_pair_is_reported()
    {
        var lane = Run(lane =>
        {
            lane.Pongers[0].TryReturn(lane.Pingers[0].First, out var first);
            lane.Pongers[1].TryReturn(lane.Pingers[1].First, out var second);
            lane.Pingers[0].TryPlayOn(second, out var toFirst);
            lane.Pingers[1].TryPlayOn(first, out var toSecond);
            lane.PlayInTurn(toFirst, toSecond);
        });

        Assert.Contains(
            lane.Violations,
            text =>
                text.StartsWith("balls that came back wrong: expected 0, found 2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported() =>
        Assert.Contains(
            "units alive after the end: expected 0, found 1",
            Run(lane => lane.PlayInTurn(), ending: 3).Violations
        );

    [Fact]
    public void A_pair_kept_waiting_is_charged_from_the_signal_and_shows_as_unfair()
    {
        var lane = Run(lane => lane.PlayInTurn());

        Assert.InRange(lane.Metrics["fairnessFraction"], 0.49, 0.9);
        Assert.True(lane.Latencies.Merged().GetValueAtPercentile(100) > PlayTime.TotalNanoseconds * 0.99);
    }

    [Fact]
    public void Untimed_trips_are_counted_and_checked_and_have_no_latency()
    {
        var lane = Run(lane => lane.PlayInTurn(), isTimed: false);
        var wrong = Run(
            lane =>
            {
                lane.Pingers[0].TryPlayOn(lane.Pingers[0].First + 1, out _);
                lane.PlayInTurn();
            },
            isTimed: false
        );

        Assert.Empty(lane.Violations);
        Assert.True(Trial.OperationsOf(lane) is { Completed: > 0, AddUp: true });
        Assert.Equal(0, lane.Latencies.Merged().TotalCount);
        Assert.Contains(
            wrong.Violations,
            text => text.StartsWith("balls that came back wrong", StringComparison.Ordinal)
        );
    }

    private static readonly TimeSpan PlayTime = TimeSpan.FromMilliseconds(5);

    private static ScriptedPingpong Run(Action<ScriptedPingpong> play, int ending = 4, bool isTimed = true) =>
        Trial.Run(
            new ScriptedPingpong(play, ending)
            {
                Parameters = new()
                {
                    Pairs = 2,
                    PlayMilliseconds = (int)PlayTime.TotalMilliseconds,
                    Timed = isTimed,
                },
            }
        );

    private sealed class ScriptedPingpong(Action<ScriptedPingpong> play, int ending) : Pingpong
    {
        public new IReadOnlyList<Pinger> Pingers => base.Pingers;
        public new IReadOnlyList<Ponger> Pongers => base.Pongers;

        public void PlayInTurn() => PlayInTurn(Pingers[0].First, Pingers[1].First);

        /// <summary>The first pair plays to the end, then the second.</summary>
        public void PlayInTurn(params long[] balls)
        {
            for (var pair = 0; pair < balls.Length; pair++)
            {
                var ball = balls[pair];
                while (Pongers[pair].TryReturn(ball, out var reply))
                {
                    Pingers[pair].TryPlayOn(reply, out ball);
                }
            }
        }

        protected override void Open()
        {
            while (Units.Alive < 4)
            {
                Units.Started();
            }
        }

        protected override void Play() => play(this);

        protected override void Close()
        {
            for (var unit = 0; unit < ending; unit++)
            {
                Units.Ended();
            }
        }
    }
}
