using Bench.Analysis;
using Bench.Results;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>Whole runs until decided, by the program's own rule, on made-up samples: scenarios of arms whose truth is known.</summary>
/// <param name="effects">Level of each arm, the first being the baseline, alike in every scenario.</param>
/// <param name="scenarios">How many scenarios; all their comparisons are one family.</param>
/// <param name="deviation">Coefficient of variation of a launch.</param>
internal sealed class SequentialRun(double[] effects, int scenarios, double deviation)
{
    private readonly RunManifest _manifest = Manifest(effects.Length, scenarios);

    /// <summary>True for arms that differ from the baseline in nothing.</summary>
    public bool IsEqual(string model) => effects[model[^1] - '0'] == effects[0];

    /// <summary>Measures, looks and goes on until all is decided or at its last look.</summary>
    public (RunAnalysis Run, Standing Standing) Carry(Random random)
    {
        var samples = new List<Sample>();
        var cases = _manifest.Cases.Select(planned => planned.Key).ToHashSet();
        for (var (round, left) = (1, PairedRounds.Fewest); ; round++, left--)
        {
            samples.AddRange(_manifest.Cases.Where(planned => cases.Contains(planned.Key)).Select(Measure));
            if (left > 1)
            {
                continue;
            }

            var run = RunAnalysis.Of(_manifest, samples);
            var standing = Standing.Of(run);
            if (standing.Open.Count == 0)
            {
                return (run, standing);
            }

            (cases, left) = ([.. standing.NextCases], standing.RoundsToNextLook + 1);

            Sample Measure(PlannedCase planned) => Taken(planned, round, random);
        }
    }

    private Sample Taken(PlannedCase planned, int round, Random random) =>
        Runs.Sample(
            planned.Model,
            planned.Replica,
            round,
            effects[planned.Model[^1] - '0']
                * Math.Exp(deviation * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))
        ) with
        {
            Case = planned.Case,
            Workload = planned.Workload,
        };

    private static RunManifest Manifest(int arms, int scenarios)
    {
        var ids = Enumerable.Range(1, scenarios).Select(number => $"w{number}").ToList();
        return Runs.Manifest([.. ids.SelectMany(id => Cases(id, arms))]) with
        {
            Workloads = [.. ids.Select(id => new WorkloadFacts(id, id, "", "", "throughput"))],
            UntilDecided = new(1200, [.. Looks.Planned(PairedRounds.Fewest)]),
        };
    }

    private static IEnumerable<PlannedCase> Cases(string workload, int arms)
    {
        var cases = Enumerable
            .Range(0, arms)
            .Select(arm => Runs.Case($"arm{arm}") with { Workload = workload, Case = $"{workload}/arm{arm}" })
            .ToList();
        return [.. cases, cases[0] with { Replica = 1 }];
    }
}
