using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Measurement.Planning;
using Bench.Results;
using MathNet.Numerics.Distributions;

namespace Bench.Tests.Analysis.Gating;

/// <summary>
/// Whole gates by the program's own rule on made-up launches. Each launch of each case is log-normal in throughput, processor
/// time and allocations per operation and peak memory, the machine drifts from round to round, and one launch in fifty is disturbed.
/// </summary>
/// <param name="lanes">Cases; all their comparisons are one family.</param>
/// <param name="deviation">Coefficient of variation of a launch.</param>
/// <param name="slowdown">How many times as long head's first lane takes; 1 for an unchanged tree.</param>
internal sealed class SimulatedGate(int lanes, double deviation, double slowdown = 1)
{
    private const double Drift = 0.02;
    private const double Disturbed = 0.02;
    private const double MostSlowed = 2;
    private const long Operations = 1_000;

    private readonly RunManifest _manifest = Manifest(lanes);

    /// <summary>The case that was slowed down.</summary>
    public static string Slowed => "w0/lane0";

    /// <summary>Measures until all is decided or at its last look.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="mostRounds">Rounds that the budget suffices for.</param>
    public GateAnalysis Carry(Random random, int mostRounds = 60)
    {
        var (manifest, samples) = (_manifest, new List<Sample>());
        for (; ; )
        {
            foreach (var round in Schedule.Left(manifest, samples).GroupBy(launch => launch.Round).ToList())
            {
                var level = Math.Exp(Drift * Normal.Sample(random, 0, 1));
                samples.AddRange(round.Select(launch => Taken(launch, level, random)));
            }

            var run = RunAnalysis.Of(manifest, samples);
            var standing = Standing.Of(run);
            if (standing.Open.Count == 0 || manifest.LastRound + standing.RoundsToNextLook > mostRounds)
            {
                return GateAnalysis.Of(run);
            }

            manifest = manifest with
            {
                ExtraRounds =
                [
                    .. manifest.ExtraRounds,
                    .. Enumerable
                        .Range(1, standing.RoundsToNextLook)
                        .Select(further => new ExtraRound(
                            manifest.LastRound + further,
                            "not decided",
                            [.. standing.NextCases]
                        )),
                ],
            };
        }
    }

    private Sample Taken(Launch launch, double level, Random random)
    {
        var planned = launch.Case;
        var slow = planned is { Build: null, Case: "w0/lane0" } ? slowdown : 1;
        var disturbed = random.NextDouble() < Disturbed ? 1 + ((MostSlowed - 1) * random.NextDouble()) : 1;
        var cost = slow * disturbed * level;
        return Runs.Sample(planned.Model, planned.Replica, launch.Round, Noisy(random) / cost) with
        {
            Case = planned.Case,
            Workload = planned.Workload,
            Operations = new() { Intended = Operations, Completed = Operations },
            ProcessorSeconds = cost * Noisy(random),
            MemoryBytes = new()
            {
                AllocatedPerOperation = 100 * Noisy(random),
                PeakResident = (long)(1e8 * Math.Exp(0.01 * Normal.Sample(random, 0, 1))),
            },
        };
    }

    private double Noisy(Random random) => Math.Exp(deviation * Normal.Sample(random, 0, 1));

    private static RunManifest Manifest(int lanes)
    {
        List<PlannedCase> cases =
        [
            .. Enumerable
                .Range(0, lanes)
                .Select(lane =>
                    Runs.Case($"lane{lane}") with
                    {
                        Workload = $"w{lane / 4}",
                        Case = $"w{lane / 4}/lane{lane}",
                    }
                ),
        ];
        return Runs.Manifest([.. cases.SelectMany(planned => new[] { planned, planned.OfBase() })]) with
        {
            Rounds = 1,
            Workloads =
            [
                .. cases
                    .Select(planned => planned.Workload)
                    .Distinct()
                    .Select(id => new WorkloadFacts(id, id, "", "", "throughput")),
            ],
            UntilDecided = new(900, [.. Looks.Planned(PairedRounds.Fewest)]),
            Gate = Plans.Of(),
        };
    }
}
