using Bench.Workloads;
using CsCheck;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class ChameneosTests
{
    private const int Meetings = 50;

    [Theory]
    [InlineData(CreatureColour.Red, CreatureColour.Red, CreatureColour.Red)]
    [InlineData(CreatureColour.Yellow, CreatureColour.Yellow, CreatureColour.Yellow)]
    [InlineData(CreatureColour.Blue, CreatureColour.Blue, CreatureColour.Blue)]
    [InlineData(CreatureColour.Red, CreatureColour.Yellow, CreatureColour.Blue)]
    [InlineData(CreatureColour.Yellow, CreatureColour.Blue, CreatureColour.Red)]
    [InlineData(CreatureColour.Blue, CreatureColour.Red, CreatureColour.Yellow)]
    public void Alike_colours_stay_and_others_give_the_third(
        CreatureColour one,
        CreatureColour other,
        CreatureColour complement
    )
    {
        Assert.Equal(complement, CreatureColours.Complement(one, other));
        Assert.Equal(complement, CreatureColours.Complement(other, one));
    }

    [Fact]
    public void Whoever_meets_the_sum_of_the_colours_mod_3_stays() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9])
            .Where((first, second) => first != second)
            .Array[1, 50]
            .Sample(pairs =>
            {
                var mall = new Mall(creatures: 10);
                mall.Open(pairs.Length);
                var (before, visits) = (SumOf(mall), new long[10]);
                foreach (var (first, second) in pairs)
                {
                    mall.Arrive(new(first, visits[first]++, mall.Colours[first]), out _);
                    mall.Arrive(new(second, visits[second]++, mall.Colours[second]), out _);
                }

                Assert.Equal(0, mall.Faults);
                Assert.Equal(before, SumOf(mall));
            });

    [Fact]
    public void The_mall_lets_the_first_wait_pairs_it_with_the_second_and_closes_after_the_last_meeting()
    {
        var mall = new Mall(creatures: 3);
        mall.Open(meetings: 1);
        var (red, yellow) = (
            new MallVisit(0, 0, CreatureColour.Red),
            new MallVisit(1, 0, CreatureColour.Yellow)
        );

        Assert.Equal(MallAnswer.Waits, mall.Arrive(red, out _));
        Assert.Equal(MallAnswer.Meets, mall.Arrive(yellow, out var meeting));
        Assert.Equal(new MallMeeting(red, yellow), meeting);
        Assert.Equal(MallAnswer.IsClosed, mall.Arrive(new(2, 0, CreatureColour.Blue), out _));
        Assert.Equal(MallAnswer.IsClosed, mall.Arrive(new(0, 1, CreatureColour.Blue), out _));
        Assert.Equal(0, mall.Faults);
        Assert.Equal(MallAnswer.IsClosed, mall.Arrive(new(1, 1, CreatureColour.Yellow), out _));
        Assert.Equal(1, mall.Faults);
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run();

        Assert.Empty(lane.Violations);
        var operations = Trial.OperationsOf(lane);
        Assert.Equal(0, operations.Completed % ((2 * Meetings) + lane.Creatures.Count));
        Assert.True(operations.AddUp);
        Assert.Equal(operations.Completed, lane.Latencies.Merged().TotalCount);
        Assert.True(lane.Metrics["meetingsPerSecond"] > 0);
        Assert.InRange(lane.Metrics["fairnessFraction"], 0.9, 1.0001);
    }

    [Fact]
    public void A_lane_where_the_same_two_meet_all_the_time_is_unfair() =>
        Assert.InRange(Run(next: _ => 0).Metrics["fairnessFraction"], 0.6, 0.7);

    [Fact]
    public void A_creature_that_is_not_told_of_its_meeting_is_reported_and_the_visits_do_not_add_up()
    {
        var lane = Run((lane, meeting) => lane.Creatures[meeting.Second.Creature].Meet(meeting), once: true);

        Reports(
            lane,
            "meetings that the creatures had, two for each in the mall",
            "visitors that came twice or with a colour that is not theirs"
        );
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_meeting_told_twice_is_reported() =>
        Reports(
            Run(
                (lane, meeting) =>
                {
                    lane.Tell(meeting);
                    lane.Creatures[meeting.First.Creature].Meet(meeting);
                },
                once: true
            ),
            "meetings told to somebody else, or twice: expected 0"
        );

    [Fact]
    public void A_meeting_told_to_somebody_else_is_reported() =>
        Reports(
            Run(
                (lane, meeting) =>
                {
                    lane.Creatures[meeting.First.Creature].Meet(meeting);
                    lane.Creatures.Single(creature =>
                            creature.Id != meeting.First.Creature && creature.Id != meeting.Second.Creature
                        )
                        .Meet(meeting);
                },
                once: true
            ),
            "meetings told to somebody else, or twice",
            "meetings that the creatures had"
        );

    [Fact]
    public void A_wrong_colour_is_reported() =>
        Reports(
            Run(
                (lane, meeting) =>
                {
                    lane.Creatures[meeting.First.Creature].Meet(WithWrongColour(meeting));
                    lane.Creatures[meeting.Second.Creature].Meet(meeting);
                },
                once: true
            ),
            "visitors that came twice or with a colour that is not theirs"
        );

    [Fact]
    public void A_wrong_colour_at_the_last_meeting_changes_the_sum_that_no_meeting_changes() =>
        Reports(
            Run(
                (lane, meeting) =>
                {
                    var isLast = lane.Mall.Meetings % Meetings == 0;
                    lane.Creatures[meeting.First.Creature].Meet(isLast ? WithWrongColour(meeting) : meeting);
                    lane.Creatures[meeting.Second.Creature].Meet(meeting);
                }
            ),
            "a creature's colour differs from the sequential oracle's",
            "sum of the colours, mod 3, which no meeting changes"
        );

    [Fact]
    public void A_creature_that_comes_twice_is_reported() =>
        Reports(
            Run(
                (lane, meeting) =>
                {
                    lane.Mall.Arrive(lane.Creatures[0].Visit, out _);
                    lane.Tell(meeting);
                },
                once: true
            ),
            "visitors that came twice or with a colour that is not theirs"
        );

    [Fact]
    public void A_game_that_ends_before_the_mall_closes_is_reported_and_does_not_add_up()
    {
        var lane = Run(fadeAfter: Meetings / 2);

        Reports(lane, "meetings in the mall: expected ");
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    private static int SumOf(Mall mall) => mall.Colours.Sum(colour => (int)colour) % CreatureColours.Count;

    private static MallMeeting WithWrongColour(MallMeeting meeting)
    {
        var wrong = (CreatureColour)(((int)meeting.Second.Colour + 1) % CreatureColours.Count);
        return meeting with { Second = meeting.Second with { Colour = wrong } };
    }

    private static Scripted Run(
        Action<Scripted, MallMeeting>? tell = null,
        bool once = false,
        Func<int, int>? next = null,
        int fadeAfter = int.MaxValue
    ) =>
        Trial.Run(
            new Scripted(tell ?? ((lane, meeting) => lane.Tell(meeting)), once, next, fadeAfter)
            {
                Parameters = new()
                {
                    Creatures = 3,
                    Meetings = Meetings,
                    PlayMilliseconds = 0,
                },
            }
        );

    private static void Reports(Scripted lane, params string[] violations) =>
        Assert.All(
            violations,
            violation =>
                Assert.Contains(
                    lane.Violations,
                    found => found.StartsWith(violation, StringComparison.Ordinal)
                )
        );

    /// <summary>
    /// A lane without concurrency: creatures come in turn, two after each other, and what is done with a meeting is told to it,
    /// for every meeting or once a game.
    /// </summary>
    private sealed class Scripted(
        Action<Scripted, MallMeeting> tell,
        bool once,
        Func<int, int>? next,
        int fadeAfter
    ) : Chameneos
    {
        public new IReadOnlyList<Creature> Creatures => base.Creatures;
        public new Mall Mall => base.Mall;

        public void Tell(MallMeeting meeting)
        {
            Creatures[meeting.First.Creature].Meet(meeting);
            Creatures[meeting.Second.Creature].Meet(meeting);
        }

        protected override void Open() { }

        protected override void Play()
        {
            var (creature, told) = (0, 0);
            while (told < fadeAfter && TryPair(creature, out var meeting))
            {
                if (!once || told == 1)
                {
                    tell(this, meeting);
                }
                else
                {
                    Tell(meeting);
                }

                told++;
                creature = next?.Invoke(creature) ?? (creature + 2) % Creatures.Count;
            }

            foreach (var one in Creatures)
            {
                one.Fade();
            }

            AwaitFaded();
        }

        protected override void Close() { }

        private bool TryPair(int creature, out MallMeeting meeting)
        {
            var second = Creatures[(creature + 1) % Creatures.Count];
            return Mall.Arrive(Creatures[creature].Visit, out meeting) == MallAnswer.Waits
                && Mall.Arrive(second.Visit, out meeting) == MallAnswer.Meets;
        }
    }
}
