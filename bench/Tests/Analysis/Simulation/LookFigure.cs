using System.Globalization;
using Bench.Analysis;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>A figure of a plan of looks.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="Least">Smallest that will do.</param>
/// <param name="Most">Largest that will do.</param>
/// <param name="Of">The figure, measured: a share, or rounds.</param>
internal sealed record LookFigure(string Name, double Least, double Most, Func<LookRates, double> Of)
{
    private const int Sensible = 30;

    public bool IsReached(double value) => Least <= value && value <= Most;

    /// <summary>What is asked, in words.</summary>
    public string Asked =>
        IsShare
            ? (Least > 0 ? $"at least {Percent(Least)}" : $"at most {Percent(Most)}")
            : string.Create(CultureInfo.InvariantCulture, $"at most {Most} rounds");

    /// <summary>What was found, in words.</summary>
    public string Found(double value) =>
        IsShare ? Percent(value) : string.Create(CultureInfo.InvariantCulture, $"{value:0.0} rounds");

    private bool IsShare => Most <= 1;

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");

    /// <summary>Issue 4's figures under repeated looking, and what the looks cost in rounds.</summary>
    public static IReadOnlyList<LookFigure> All { get; } =
    [
        new("A/A called different at any look", 0, 0.01, rates => rates.EverDifferent(RoundsOf.Drifting())),
        new(
            "the same at a CV of 10 %, where nothing is equivalent",
            0,
            0.01,
            rates => rates.EverDifferent(RoundsOf.LogNormal(0.1))
        ),
        new(
            "A/A, a round in ten disturbed one way",
            0,
            0.01,
            rates => rates.EverDifferent(RoundsOf.Drifting().Disturbed(true).Scattered())
        ),
        .. from deviation in new[] { 0.01, 0.02, 0.03, 0.05 }
        select new LookFigure(
            $"equivalent at the margin at any look, CV {deviation * 100} %",
            0,
            0.05,
            rates => rates.EverEquivalent(RoundsOf.LogNormal(deviation, 1.05))
        ),
        new(
            "×1.5 found at the first look, CV 5 %",
            0.95,
            1,
            rates => rates.Decided(RoundsOf.LogNormal(0.05, 1.5), Difference.Higher, 5)
        ),
        new(
            $"+5 % found by {Sensible} rounds, CV 3 %",
            0.95,
            1,
            rates => rates.Decided(RoundsOf.LogNormal(0.03, 1.05), Difference.Higher, Sensible)
        ),
        new(
            "equivalent by 20 rounds when identical, CV 2 %",
            0.95,
            1,
            rates => rates.Decided(RoundsOf.LogNormal(0.02), Difference.Negligible, 20)
        ),
        .. from design in new (string Name, double Deviation, double Effect)[]
        {
            ("+5 %, CV 2 %", 0.02, 1.05),
            ("+5 %, CV 3 %", 0.03, 1.05),
            ("+20 %, CV 5 %", 0.05, 1.2),
            ("identical, CV 3 %", 0.03, 1),
            ("identical, CV 5 %", 0.05, 1),
        }
        select new LookFigure(
            $"mean rounds, {design.Name}",
            0,
            100,
            rates => rates.MeanRounds(RoundsOf.LogNormal(design.Deviation, design.Effect))
        ),
    ];
}
