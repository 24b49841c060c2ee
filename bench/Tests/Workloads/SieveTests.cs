using Bench.Workloads;
using Xunit;

namespace Bench.Tests.Workloads;

public sealed class SieveTests
{
    [Theory]
    [InlineData(3, 1, 1, 2, 1, 1)]
    [InlineData(10, 2, 4, 17, 7, 2)]
    [InlineData(100, 10, 25, 1_060, 70, 3)]
    [InlineData(100, 25, 25, 1_060, 50, 1)]
    [InlineData(100_000, 1_000, 9_592, 454_396_537, 91_328, 10)]
    public void The_oracle_finds_the_primes_and_how_far_candidates_get(
        int limit,
        int primesPerUnit,
        long primes,
        long sum,
        long sifted,
        long segments
    ) =>
        Assert.Equal(
            new PrimeTally(primes, sum, sifted, segments),
            PrimeTally.Of(new() { Limit = limit, PrimesPerUnit = primesPerUnit })
        );

    [Theory]
    [InlineData(3, new[] { 2 })]
    [InlineData(4, new[] { 2, 3 })]
    [InlineData(9, new[] { 2, 3, 5, 7 })]
    [InlineData(10, new[] { 2, 3, 5, 7, 9 })]
    public void Candidates_are_two_and_the_odd_numbers_below_the_limit(int limit, int[] expected) =>
        Assert.Equal(
            expected,
            new ScriptedSieve(_ => default) { Parameters = new() { Limit = limit } }.Numbers
        );

    [Fact]
    public void A_segment_keeps_primes_while_there_is_room_and_then_passes_on_what_it_cannot_divide()
    {
        var segment = new PrimeSegment(2);

        Assert.Equal([5, 7, 11], new[] { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }.Where(segment.PassesOn));
        Assert.Equal(new PrimeTally(2, 5, 10, 1), segment.Tally);
    }

    [Fact]
    public void A_correct_lane_has_nothing_to_report()
    {
        var lane = Run(lane => lane.Sift(lane.Numbers));

        Assert.Empty(lane.Violations);
        Assert.True(lane.Metrics["candidatesPerSecond"] > 0);
        Assert.True(Trial.OperationsOf(lane).Completed >= 3);
    }

    [Fact]
    public void A_prime_that_is_missed_is_reported() =>
        Reports("the primes' sum", lane => lane.Sift(lane.Numbers.Where(number => number != 997)));

    [Fact]
    public void A_composite_that_overtakes_its_factor_is_reported() =>
        Reports(
            "primes: expected 168, found",
            lane => lane.Sift(lane.Numbers.OrderBy(number => number == 3))
        );

    [Fact]
    public void A_candidate_that_comes_twice_is_reported() =>
        Reports(
            "candidates that came to units",
            lane => lane.Sift(lane.Numbers.SelectMany(number => new[] { number, number }))
        );

    [Fact]
    public void A_composite_that_is_left_out_is_reported() =>
        Reports(
            "candidates that came to units",
            lane => lane.Sift(lane.Numbers.Where(number => number != 999))
        );

    [Fact]
    public void A_segment_whose_primes_are_counted_twice_is_reported() =>
        Reports("primes: expected 168, found", lane => lane.Sift(lane.Numbers) + lane.Sift([2]));

    [Fact]
    public void A_segment_more_than_needed_is_reported() =>
        Reports(
            "units that keep primes",
            lane => lane.Sift(lane.Numbers) + new PrimeTally(Primes: 0, Sum: 0, Sifted: 0, Segments: 1)
        );

    [Fact]
    public void One_wrong_sieve_among_many_is_reported()
    {
        var isFirst = true;
        var lane = Run(lane =>
        {
            var numbers = isFirst ? lane.Numbers.Take(10) : lane.Numbers;
            isFirst = false;
            return lane.Sift(numbers);
        });

        Assert.Contains("sieves that are not as the oracle says: expected 0, found 1", lane.Violations);
    }

    [Fact]
    public void A_unit_that_does_not_end_is_reported() =>
        Reports(
            "units alive after the end",
            lane =>
            {
                lane.Units.Started();
                return lane.Sift(lane.Numbers);
            }
        );

    private static void Reports(string violation, Func<ScriptedSieve, PrimeTally> findPrimes) =>
        Assert.Contains(
            Run(findPrimes).Violations,
            found => found.StartsWith(violation, StringComparison.Ordinal)
        );

    private static ScriptedSieve Run(Func<ScriptedSieve, PrimeTally> findPrimes) =>
        Trial.Run(
            new ScriptedSieve(findPrimes)
            {
                Parameters = new()
                {
                    Limit = 1_000,
                    PrimesPerUnit = 50,
                    SieveMilliseconds = 1,
                },
            }
        );

    /// <summary>A chain without concurrency: each number goes down it before the next one comes.</summary>
    private sealed class ScriptedSieve(Func<ScriptedSieve, PrimeTally> findPrimes) : Sieve
    {
        public IEnumerable<int> Numbers => Enumerable.Range(0, Candidates).Select(Candidate);

        public PrimeTally Sift(IEnumerable<int> numbers)
        {
            var chain = new List<PrimeSegment>();
            foreach (var number in numbers)
            {
                if (chain.TrueForAll(segment => segment.PassesOn(number)))
                {
                    chain.Add(NewSegment());
                    chain[^1].PassesOn(number);
                }
            }

            return chain.Select(segment => segment.Tally).Aggregate(PrimeTally.Add);
        }

        protected override PrimeTally FindPrimes() => findPrimes(this);
    }
}
