using Bench.Workloads;
using CsCheck;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class PhilosophersTests
{
    [Fact]
    public void The_arbitrator_serves_who_waits_when_both_forks_are_back()
    {
        var served = new List<int>();
        var arbitrator = new Arbitrator(5, served.Add);

        Assert.True(arbitrator.TryServe(0));
        Assert.True(arbitrator.TryServe(2));
        Assert.False(arbitrator.TryServe(1));

        arbitrator.PutBack(0);
        Assert.Empty(served);
        arbitrator.PutBack(2);
        Assert.Equal([1], served);
        Assert.False(arbitrator.TryServe(2));
    }

    [Fact]
    public void The_arbitrator_lets_nobody_starve_between_two_who_take_turns()
    {
        var served = new List<int>();
        var arbitrator = new Arbitrator(5, served.Add);
        Assert.True(arbitrator.TryServe(0));
        Assert.True(arbitrator.TryServe(2));
        Assert.False(arbitrator.TryServe(1));

        arbitrator.PutBack(0);
        Assert.False(arbitrator.TryServe(0));
        arbitrator.PutBack(2);
        Assert.Equal([1], served);
        arbitrator.PutBack(1);
        Assert.Equal([1, 0], served);
    }

    [Fact]
    public void The_arbitrator_lets_no_neighbours_eat_at_once_none_overtake_and_forgets_nobody() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, 99].Array[1, 200])
            .Sample((seats, choices) => new Table(seats).Play(choices));

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(lane => lane.EatInTurn());

        Assert.Empty(lane.Violations);
        Assert.InRange(lane.Metrics["fairnessFraction"], 0.9, 1);
        Assert.InRange(lane.Metrics["handoversPerMeal"], 1.9, 2);
        Assert.True(lane.Metrics["dinnerMilliseconds"] > 0);
        Assert.True(Trial.OperationsOf(lane).AddUp);
        Assert.Equal(0, Trial.OperationsOf(lane).Completed % (3 * Meals));
    }

    [Fact]
    public void Philosophers_who_eat_all_their_meals_one_after_the_other_are_unfair()
    {
        var lane = Run(lane =>
        {
            foreach (var diner in lane.Diners)
            {
                EatAll(diner);
            }
        });

        Assert.Empty(lane.Violations);
        Assert.Equal(1 / 3.0, lane.Metrics["fairnessFraction"], 9);
        Assert.InRange(lane.Metrics["handoversPerMeal"], 0, 4.0 / Meals);
        Assert.True(lane.StarvesCallers);
    }

    [Fact]
    public void A_fork_that_two_hold_is_reported() =>
        Reports(
            "meals with a fork that two held",
            lane =>
            {
                lane.Diners[0].Begin();
                lane.Diners[1].Begin();
                lane.Diners[0].End();
                lane.Diners[1].End();
                lane.EatInTurn();
            }
        );

    [Fact]
    public void A_fork_that_is_taken_away_during_a_meal_is_reported() =>
        Reports(
            "meals with a fork that two held",
            lane =>
            {
                lane.Diners[0].Begin();
                lane.Diners[1].Eat();
                lane.Diners[0].End();
                lane.EatInTurn();
            }
        );

    [Fact]
    public void A_fork_that_is_taken_for_no_meal_is_reported() =>
        Reports(
            "a fork was not taken as often as those beside it ate",
            lane =>
            {
                lane.Diners[0].Begin();
                lane.EatInTurn();
            }
        );

    [Fact]
    public void A_meal_too_few_is_reported_and_does_not_add_up()
    {
        var lane = Run(lane =>
        {
            EatAll(lane.Diners[0]);
            EatAll(lane.Diners[1]);
            lane.Diners[2].Eat();
        });

        Assert.Contains(lane.Violations, found => found.StartsWith(WrongMeals, StringComparison.Ordinal));
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_meal_too_many_is_reported_and_does_not_add_up()
    {
        var lane = Run(lane =>
        {
            lane.EatInTurn();
            lane.Diners[2].Eat();
        });

        Assert.Contains(lane.Violations, found => found.StartsWith(WrongMeals, StringComparison.Ordinal));
        Assert.False(Trial.OperationsOf(lane).AddUp);
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported()
    {
        var lane = Run(lane =>
        {
            lane.Units.Started();
            lane.EatInTurn();
        });

        Assert.Contains(
            lane.Violations,
            found => found.StartsWith("units alive after the end", StringComparison.Ordinal)
        );
    }

    private const int Meals = 20;

    private const string WrongMeals = "philosophers who ate more or fewer meals in a dinner than asked";

    private static void EatAll(Philosopher diner)
    {
        while (diner.IsHungry)
        {
            diner.Eat();
        }
    }

    private static void Reports(string violation, Action<ScriptedPhilosophers> dine) =>
        Assert.Contains(Run(dine).Violations, found => found.StartsWith(violation, StringComparison.Ordinal));

    private static ScriptedPhilosophers Run(Action<ScriptedPhilosophers> dine) =>
        Trial.Run(
            new ScriptedPhilosophers(dine)
            {
                Parameters = new()
                {
                    Philosophers = 3,
                    Meals = Meals,
                    DineMilliseconds = 1,
                },
            }
        );

    private sealed class ScriptedPhilosophers(Action<ScriptedPhilosophers> dine) : Philosophers
    {
        public new IReadOnlyList<Philosopher> Diners => base.Diners;

        public void EatInTurn()
        {
            while (Diners.Any(diner => diner.IsHungry))
            {
                foreach (var diner in Diners.Where(diner => diner.IsHungry))
                {
                    diner.Eat();
                }
            }
        }

        protected override void Dine() => dine(this);
    }

    /// <summary>Philosophers who think, wait or eat, and change between these as chance has it.</summary>
    private sealed class Table
    {
        private readonly Arbitrator _arbitrator;
        private readonly bool[] _eats;

        // Seats in the order in which they began to wait.
        private readonly List<int> _waiting = [];

        public Table(int seats)
        {
            _arbitrator = new(seats, Serve);
            _eats = new bool[seats];
        }

        public void Play(IEnumerable<int> choices)
        {
            foreach (var choice in choices)
            {
                Turn(choice % _eats.Length);
                Assert.DoesNotContain(
                    Enumerable.Range(0, _eats.Length),
                    seat => _eats[seat] && HasEatingNeighbour(seat)
                );
                Assert.DoesNotContain(_waiting, seat => !HasEatingNeighbour(seat) && !IsOvertaking(seat));
            }
        }

        private void Turn(int seat)
        {
            if (_eats[seat])
            {
                _eats[seat] = false;
                _arbitrator.PutBack(seat);
            }
            else if (!_waiting.Contains(seat))
            {
                _waiting.Add(seat);
                if (_arbitrator.TryServe(seat))
                {
                    Serve(seat);
                }
            }
        }

        private void Serve(int seat)
        {
            Assert.Contains(seat, _waiting);
            Assert.False(IsOvertaking(seat));
            _waiting.Remove(seat);
            _eats[seat] = true;
        }

        private bool IsOvertaking(int seat) =>
            Neighbours(seat)
                .Any(other => _waiting.Contains(other) && _waiting.IndexOf(other) < _waiting.IndexOf(seat));

        private bool HasEatingNeighbour(int seat) => Neighbours(seat).Any(other => _eats[other]);

        private int[] Neighbours(int seat) =>
            [(seat + 1) % _eats.Length, (seat + _eats.Length - 1) % _eats.Length];
    }
}
