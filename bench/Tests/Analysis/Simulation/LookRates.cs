using Bench.Analysis;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>How often, and when, something is said of simulated comparisons that are looked at as they grow.</summary>
/// <param name="Plan">When it is looked, and how strictly.</param>
/// <param name="Repetitions">Simulated comparisons; a fifth of them for plans that look at each round.</param>
internal sealed record LookRates(LookPlan Plan, int Repetitions = 10_000)
{
    private const int Seed = 6;
    private const int FewLooks = 10;

    private int Times => Plan.At.Count > FewLooks ? Repetitions / 5 : Repetitions;

    /// <summary>Share called better or worse at any look, whenever the run is then stopped.</summary>
    public double EverDifferent(Rounds rounds) =>
        Share(rounds, looks => looks.Any(look => IsDifferent(look.Difference)));

    /// <summary>Share called equivalent at any look.</summary>
    public double EverEquivalent(Rounds rounds) =>
        Share(rounds, looks => looks.Any(look => look.Difference == Difference.Negligible));

    /// <summary>Share whose first verdict is the given one, with so many rounds at most.</summary>
    public double Decided(Rounds rounds, Difference difference, int most) =>
        Share(rounds, looks => First(looks) is var (count, first) && count <= most && first == difference);

    /// <summary>Mean of the rounds at which it is decided, or ends.</summary>
    public double MeanRounds(Rounds rounds) =>
        Simulated(rounds).Average(looks => First(looks)?.Rounds ?? Plan.At[^1]);

    private static (int Rounds, Difference Difference)? First(
        IEnumerable<(int Rounds, Difference Difference)> looks
    ) =>
        looks
            .Where(look => look.Difference != Difference.Undecided)
            .Select(look => ((int, Difference)?)look)
            .FirstOrDefault();

    private static bool IsDifferent(Difference difference) =>
        difference is Difference.Higher or Difference.Lower;

    private double Share(Rounds rounds, Func<IEnumerable<(int Rounds, Difference Difference)>, bool> holds) =>
        (double)Simulated(rounds).Count(holds) / Times;

    private IEnumerable<IEnumerable<(int Rounds, Difference Difference)>> Simulated(Rounds rounds)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, Times).Select(_ => Plan.Judge(rounds(random, Plan.At[^1])));
    }
}
