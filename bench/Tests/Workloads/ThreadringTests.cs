using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ThreadringTests
{
    private const int Hops = 10;

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(lane => lane.GoRound(lane.First));

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.True(operations.Completed >= 3 * Hops);
        Assert.Equal(0, operations.Completed % Hops);
        Assert.True(operations.AddUp);
        Assert.Equal(operations.Completed, lane.Latencies.Merged().TotalCount);
    }

    [Fact]
    public void The_hops_need_not_be_a_multiple_of_the_members()
    {
        var lane = Run(lane => lane.GoRound(lane.First));
        var games = lane.Members[3].Received / 2;

        // With 10 hops it is given out once and taken over ten times: by 0, 1, 2, 3 and again until 2.
        Assert.Equal(
            [3 * games, 3 * games, 3 * games, 2 * games],
            lane.Members.Select(member => member.Received)
        );
    }

    [Fact]
    public void A_token_that_is_lost_and_sent_again_is_reported() =>
        Reports(
            Run(lane =>
            {
                lane.Members[0].TryPassOn(lane.First, out _);
                lane.GoRound(lane.First);
            }),
            "tokens that came twice, out of order or astray: expected 0",
            "a unit had the token too often or too seldom"
        );

    [Fact]
    public void A_token_that_is_doubled_is_reported_and_the_hops_do_not_add_up()
    {
        var lane = Run(lane =>
        {
            lane.GoRound(lane.First);
            lane.Members[1].TryPassOn(new(Hops - 1), out _);
        });

        Reports(lane, "tokens that came twice", "a unit had the token too often");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_member_that_is_left_out_is_reported() =>
        Reports(
            Run(lane => lane.GoRound(lane.First, next: member => member == 1 ? 3 : (member + 1) % 4)),
            "tokens that came twice",
            "a unit had the token too often or too seldom"
        );

    [Fact]
    public void A_ring_that_goes_the_other_way_is_reported() =>
        Reports(
            Run(lane => lane.GoRound(lane.First, next: member => (member + 3) % 4)),
            "tokens that came twice"
        );

    [Fact]
    public void A_hop_that_the_token_does_not_count_is_reported()
    {
        var lane = Run(lane => lane.GoRound(new(Hops - 4)));

        Reports(lane, "tokens that came twice", "a unit had the token too often or too seldom");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported() =>
        Reports(
            Run(lane => lane.GoRound(lane.First), ending: 3),
            "units alive after the end: expected 0, found 1"
        );

    private static OneByOne Run(Action<OneByOne> play, int ending = 4) =>
        Trial.Run(
            new OneByOne(play, ending)
            {
                Parameters = new()
                {
                    Units = 4,
                    Hops = Hops,
                    PlayMilliseconds = 1,
                },
            }
        );

    private static void Reports(OneByOne lane, params string[] violations) =>
        Assert.All(
            violations,
            violation =>
                Assert.Contains(
                    lane.Violations,
                    found => found.StartsWith(violation, StringComparison.Ordinal)
                )
        );

    /// <summary>A lane without concurrency: how the token goes is told to it.</summary>
    private sealed class OneByOne(Action<OneByOne> play, int ending) : Threadring
    {
        public new IReadOnlyList<RingMember> Members => base.Members;
        public new RingToken First => base.First;

        public void GoRound(RingToken token, Func<int, int>? next = null)
        {
            var member = 0;
            while (Members[member].TryPassOn(token, out token))
            {
                member = next?.Invoke(member) ?? (member + 1) % Members.Count;
            }
        }

        protected override void Open()
        {
            while (Units.Alive < 4)
            {
                Units.Started();
            }
        }

        protected override void Play()
        {
            play(this);
            AwaitLastHop();
        }

        protected override void Close()
        {
            for (var unit = 0; unit < ending; unit++)
            {
                Units.Ended();
            }
        }
    }
}
