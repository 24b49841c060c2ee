using Bench.Analysis.Trends;
using MathNet.Numerics.Random;

namespace Bench.Tests.Analysis.Trends;

/// <summary>How often made-up series are judged rightly. Fixed seeds: the same figures on every machine.</summary>
/// <param name="Repetitions">Series drawn for each figure.</param>
/// <param name="Seed">Of the first of them.</param>
internal sealed record Rates(int Repetitions, int Seed = 1)
{
    // A standard deviation of 5 %: the figures are those of the method, not of the margin.
    private const double Deviation = 0.05;

    /// <summary>Share of the series that a condition holds of.</summary>
    public double Of(Func<Random, bool> holds) =>
        (double)Enumerable.Range(0, Repetitions).AsParallel().Count(i => holds(Drawing(i))) / Repetitions;

    /// <summary>Share of flat series in which anything is said to change, however little it matters.</summary>
    public double FalseAlarms(Noise noise, int count) =>
        Of(random => !IsQuiet(Model(noise.Draw(random, count), 0)));

    /// <summary>Share of series whose last values are higher by so many standard deviations in which a step to that side is found.</summary>
    public double Found(Noise noise, int before, int after, double height) =>
        Of(random => Stepped(random, noise, before, after, height).Any(step => step.Effect.Size > 0));

    /// <summary>The same, with its place at most two values off.</summary>
    public double Located(Noise noise, int before, int after, double height) =>
        Of(random =>
            Stepped(random, noise, before, after, height).Any(step => Math.Abs(step.At - before) <= 2)
        );

    /// <summary>Of the steps found, the share whose interval of the place holds it.</summary>
    public double PlaceCovered(Noise noise, int before, int after, double height) =>
        Among(noise, before, after, height, step => step.Earliest <= before && before <= step.Latest);

    /// <summary>Of the steps found, the share whose interval of the height holds it.</summary>
    public double HeightCovered(Noise noise, int before, int after, double height) =>
        Among(
            noise,
            before,
            after,
            height,
            step =>
                step.Effect.Interval.Low <= height * Deviation
                && height * Deviation <= step.Effect.Interval.High
        );

    /// <summary>Share of series that rise slowly by so many standard deviations in which just that is said.</summary>
    public double DriftNamed(Noise noise, int count, double rise) =>
        Of(random =>
        {
            var values = noise.Draw(random, count);
            return Model([.. values.Select((value, i) => value + (rise * i / (count - 1)))], 0)
                is { Drift: not null, Steps.Count: 0 };
        });

    /// <summary>Share of series whose noise grows midway by a factor in which that is said, and no step or drift.</summary>
    public double SpreadNamed(Noise noise, int count, double factor) =>
        Of(random =>
        {
            var values = noise.Draw(random, count);
            return Model([.. values.Select((value, i) => i < count / 2 ? value : factor * value)], 0)
                is { Spread: not null, Steps.Count: 0, Drift: null };
        });

    public static SeriesModel Model(double[] values, double leastEffect, int family = 1)
    {
        var aside = Outliers.In(values);
        return SeriesModel.Of(
            [.. values.Where((_, i) => !aside.Contains(i)).Select(value => Deviation * value)],
            leastEffect,
            family
        );
    }

    // Neighbouring seeds of System.Random give related numbers.
    private Xoshiro256StarStar Drawing(int series) => new((Seed * 1_000_003) + series, threadSafe: false);

    private static bool IsQuiet(SeriesModel model) => model is { Steps.Count: 0, Drift: null, Spread: null };

    private double Among(Noise noise, int before, int after, double height, Func<FoundStep, bool> holds)
    {
        var found = Enumerable
            .Range(0, Repetitions)
            .AsParallel()
            .Select(i =>
                Stepped(Drawing(i), noise, before, after, height).MinBy(step => Math.Abs(step.At - before))
            )
            .OfType<FoundStep>()
            .ToList();
        return (double)found.Count(holds) / found.Count;
    }

    private static IReadOnlyList<FoundStep> Stepped(
        Random random,
        Noise noise,
        int before,
        int after,
        double height
    )
    {
        var values = noise.Draw(random, before + after);
        return Model([.. values.Select((value, i) => i < before ? value : value + height)], 0).Steps;
    }
}
