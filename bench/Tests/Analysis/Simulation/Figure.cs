namespace Bench.Tests.Analysis.Simulation;

/// <summary>A figure that an interval method has to reach.</summary>
/// <param name="Name">Name for the table.</param>
/// <param name="Least">Smallest rate that will do.</param>
/// <param name="Most">Largest rate that will do.</param>
/// <param name="Of">The rate, measured.</param>
internal sealed record Figure(string Name, double Least, double Most, Func<Rates, double> Of)
{
    public bool IsReached(double rate) => Least <= rate && rate <= Most;

    /// <summary>The bounds in words.</summary>
    public string Asked =>
        Least <= 0 ? $"at most {Most * 100:0.##} %"
        : Most >= 1 ? $"at least {Least * 100:0.##} %"
        : $"{Least * 100:0.##} to {Most * 100:0.##} %";

    /// <summary>Issue 4's figures, "Figures to reach".</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        .. from rounds in new[] { 5, 10, 20 }
        select new Figure(
            $"A/A called different, {rounds} rounds",
            0,
            0.01,
            rates => rates.Different(RoundsOf.Drifting(), rounds)
        ),
        new(
            "the same, 2 of 20 disturbed one way",
            0,
            0.01,
            rates => rates.Different(RoundsOf.Drifting().Disturbed(true), 20)
        ),
        new("×1.5 found, CV 5 %, 5 rounds", 0.95, 1, rates => rates.Found(RoundsOf.LogNormal(0.05, 1.5), 5)),
        new(
            "+5 % found, CV 3 %, 20 rounds",
            0.95,
            1,
            rates => rates.Found(RoundsOf.LogNormal(0.03, 1.05), 20)
        ),
        new(
            "+5 % found, CV 2 %, 10 rounds",
            0.90,
            1,
            rates => rates.Found(RoundsOf.LogNormal(0.02, 1.05), 10)
        ),
        new(
            "+5 % found, CV 3 %, 2 of 20 against it",
            0.86,
            1,
            rates => rates.Found(RoundsOf.LogNormal(0.03, 1.05).Disturbed(true), 20)
        ),
        .. from design in new (int Rounds, double Deviation)[] { (5, 0.01), (10, 0.02), (20, 0.03) }
        select new Figure(
            $"equivalent at the margin, {design.Rounds} rounds",
            0,
            0.05,
            rates => rates.Equivalent(RoundsOf.LogNormal(design.Deviation, 1.05), design.Rounds)
        ),
        new(
            "equivalent when identical, CV 2 %, 20 rounds",
            0.95,
            1,
            rates => rates.Equivalent(RoundsOf.LogNormal(0.02), 20)
        ),
        new("95 % covers, normal, 5 rounds", 0.93, 0.97, rates => rates.Covers(RoundsOf.Normal(0.05), 5)),
        new("95 % covers, p99, 10 rounds", 0.93, 0.97, rates => rates.Covers(RoundsOf.P99(), 10)),
        new(
            "95 % covers, two modes, 20 rounds",
            0.93,
            0.97,
            rates => rates.Covers(RoundsOf.Bimodal(0.3, 1.1, 0.02), 20)
        ),
    ];
}
