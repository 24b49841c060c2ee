using Bench.Analysis.Decisions;
using Bench.Analysis.Pitfalls;
using Bench.Analysis.ServiceLevels;
using Bench.Results;

namespace Bench.Tests.Analysis.Decisions;

/// <summary>Decisions among options whose truth is known.</summary>
internal static class MadeUpDecision
{
    public const string Slo = "p99<100ms,errors<0.1%,memory<200MiB";

    public static Decision Of(params MadeUpOption[] options) => With(Slo, null, options);

    public static Decision With(string slo, string? weights, params MadeUpOption[] options) =>
        DecisionAnalysis.Of(
            Requirement(slo, weights),
            [.. options.Select(option => option.Option)],
            [Run("run", options)],
            [],
            []
        );

    public static Decision WithRisks(IReadOnlyList<PitfallFinding> risks, params MadeUpOption[] options) =>
        DecisionAnalysis.Of(
            Requirement(Slo, null),
            [.. options.Select(option => option.Option)],
            [Run("run", options)],
            [],
            risks
        );

    public static Requirement Requirement(string slo = Slo, string? weights = null) =>
        new(
            new("ping", "Ping", "Callers ping.", "a round trip", "p99"),
            "users",
            1_000,
            ServiceLevel.Parse(slo),
            weights is null ? Weights.Usual : Weights.Parse(weights)
        );

    public static EvidenceRun Run(string name, params MadeUpOption[] options)
    {
        var able = options.Where(option => option.OutOfReach is null).ToList();
        return new(
            Runs.Manifest([.. able.Select(option => option.Case)]) with
            {
                Run = name,
                Rounds = able.Max(option => option.Rounds),
                Models =
                [
                    .. able.Select(option => new ModelFacts(
                        option.Model,
                        option.Model,
                        $"How {option.Model} does it."
                    )),
                ],
            },
            [.. able.SelectMany(option => option.Samples(name))],
            [.. able.Select(option => option.Source)],
            $"/runs/{name}"
        );
    }
}
