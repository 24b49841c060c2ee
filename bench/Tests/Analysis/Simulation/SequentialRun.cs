using Bench.Analysis;
using Bench.Measurement.Planning;
using Bench.Results;
using MathNet.Numerics.Distributions;

namespace Bench.Tests.Analysis.Simulation;

/// <summary>Whole runs until decided, by the program's own rule, on made-up samples: scenarios of arms whose truth is known.</summary>
/// <param name="effects">Level of each arm, the first being the baseline, alike in every scenario.</param>
/// <param name="scenarios">How many scenarios; all their comparisons are one family.</param>
/// <param name="deviation">Coefficient of variation of a launch.</param>
/// <param name="disturbed">Share of rounds in which the machine does other things, seen by its counters.</param>
internal sealed class SequentialRun(double[] effects, int scenarios, double deviation, double disturbed = 0)
{
    private const double MostSlowed = 3;

    private readonly RunManifest _manifest = Manifest(effects.Length, scenarios);

    /// <summary>True for arms that differ from the baseline in nothing.</summary>
    public bool IsEqual(string model) => effects[model[^1] - '0'] == effects[0];

    /// <summary>Measures, looks and goes on until all is decided or at its last look; disturbed rounds are measured again before each look.</summary>
    public (RunAnalysis Run, Standing Standing) Carry(Random random)
    {
        var (manifest, samples) = (_manifest, new List<Sample>());
        manifest = Complete(manifest, samples, random);
        for (; ; )
        {
            var run = RunAnalysis.Of(manifest, samples);
            var standing = Standing.Of(run);
            if (standing.Open.Count == 0)
            {
                return (run, standing);
            }

            for (var left = standing.RoundsToNextLook; left > 0; left--)
            {
                var next = new ExtraRound(manifest.LastRound + 1, "not decided", [.. standing.NextCases]);
                manifest = manifest with { ExtraRounds = [.. manifest.ExtraRounds, next] };
                manifest = Complete(manifest, samples, random);
            }
        }
    }

    /// <summary>Takes what is planned and not there, and again what was disturbed, as the program does.</summary>
    private RunManifest Complete(RunManifest manifest, List<Sample> samples, Random random)
    {
        for (; ; )
        {
            foreach (var round in Schedule.Left(manifest, samples).GroupBy(launch => launch.Round).ToList())
            {
                var noisy = random.NextDouble() < disturbed;
                samples.AddRange(round.Select(launch => Taken(launch.Case, launch.Round, noisy, random)));
            }

            var plan = NoisyRounds.Plan(manifest, samples);
            if (plan == manifest)
            {
                return manifest;
            }

            manifest = plan;
        }
    }

    /// <summary>In a disturbed round each launch is slowed down by a chance of its own, up to threefold.</summary>
    private Sample Taken(PlannedCase planned, int round, bool noisy, Random random) =>
        Runs.Sample(
            planned.Model,
            planned.Replica,
            round,
            effects[planned.Model[^1] - '0']
                * Math.Exp(deviation * Normal.Sample(random, 0, 1))
                / (noisy ? 1 + ((MostSlowed - 1) * random.NextDouble()) : 1)
        ) with
        {
            Case = planned.Case,
            Workload = planned.Workload,
            MachineNoise = new() { OtherLoadProcessors = noisy ? 1 : 0 },
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
