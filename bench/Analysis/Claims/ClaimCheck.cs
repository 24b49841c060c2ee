using Bench.Results;
using Bench.Results.Json;

namespace Bench.Analysis.Claims;

/// <summary>Holds claims against what the suite has: every arm must pick one case of a preset, every metric and pitfall must exist.</summary>
public static class ClaimCheck
{
    /// <param name="claims">The claims.</param>
    /// <param name="suite">The cases that there are.</param>
    /// <param name="workloads">The workloads that there are.</param>
    /// <param name="pitfalls">Ids of the pitfalls that there are.</param>
    /// <exception cref="ResultsException">
    /// An arm or metric is unknown or ambiguous, or a pitfall is unknown: the message names file and line.
    /// </exception>
    public static void Against(
        IEnumerable<Claim> claims,
        IReadOnlyList<SuiteCase> suite,
        IReadOnlyList<WorkloadFacts> workloads,
        IReadOnlyList<string> pitfalls
    )
    {
        foreach (var claim in claims)
        {
            foreach (var part in claim.Parts)
            {
                if (part.Pitfall is { } pitfall && !pitfalls.Contains(pitfall))
                {
                    throw ClaimError.At(
                        claim.File,
                        part.Line,
                        $"unknown pitfall '{pitfall}'; {JsonFields.ThereAre(pitfalls)}"
                    );
                }

                if (part.Code is { } code)
                {
                    Check(claim.File, code, suite);
                }

                foreach (var arm in Arms(part))
                {
                    Check(claim.File, arm, suite);
                    CheckMetric(claim.File, part, workloads.First(facts => facts.Id == arm.Workload));
                }
            }
        }
    }

    /// <summary>Contenders and baselines on both terms.</summary>
    internal static IEnumerable<ClaimArm> Arms(ClaimPart part) =>
        part.Sides.SelectMany(side =>
            side.Arms.Baseline is { } baseline ? side.Arms.Contenders.Append(baseline) : side.Arms.Contenders
        );

    private static void Check(string file, CodeArms code, IReadOnlyList<SuiteCase> suite)
    {
        List<string> known = [.. suite.Select(item => item.Case.Model).Distinct()];
        if (
            code.Contenders.Append(code.Baseline).FirstOrDefault(model => !known.Contains(model)) is
            { } unknown
        )
        {
            throw ClaimError.At(file, code.Line, $"unknown model '{unknown}'; {JsonFields.ThereAre(known)}");
        }

        if (code.Contenders.Contains(code.Baseline))
        {
            throw ClaimError.At(file, code.Line, $"compares the code of {code.Baseline} with itself");
        }
    }

    private static void Check(string file, ClaimArm arm, IReadOnlyList<SuiteCase> suite)
    {
        var cases = Narrow(suite, item => item.Workload, arm.Workload, "workload");
        var ofModel = Narrow(cases, item => item.Model, arm.Model, "model");
        var ofVariant = Narrow(ofModel, item => item.Variant, arm.Variant, $"variant of {arm.Model}");
        foreach (var (name, value) in arm.Parameters)
        {
            if (ofVariant.All(item => item.Case.Parameters[name] is null))
            {
                var known = ofVariant[0].Case.Parameters.Select(item => item.Key);
                throw Wrong($"{arm.Workload} has no parameter '{name}'; {JsonFields.ThereAre(known)}");
            }

            Narrow(ofVariant, item => item.Parameters[name] ?? "", value, $"{name} of {arm.Workload}");
        }

        SuiteCase[] picked = [.. ofVariant.Where(item => arm.Selects(item.Case))];
        if (picked.Length == 0)
        {
            throw Wrong($"no case of the suite is {arm.Words}; see ./run.sh list --workloads {arm.Workload}");
        }

        if (Ambiguous(picked) is { } several)
        {
            var apart = several[0].Parameters.VaryingAmong(several.Select(item => item.Parameters));
            throw Wrong(
                $"{several.Count} cases of one preset are {arm.Words}; tell them apart by: {string.Join(", ", apart.Select(item => item.Key))}"
            );
        }

        IReadOnlyList<SuiteCase> Narrow(
            IReadOnlyList<SuiteCase> among,
            Func<PlannedCase, string> property,
            string value,
            string kind
        )
        {
            SuiteCase[] found = [.. among.Where(item => property(item.Case) == value)];
            return found.Length > 0
                ? found
                : throw Wrong(
                    $"unknown {kind} '{value}'; {JsonFields.ThereAre(among.Select(item => property(item.Case)).Distinct())}"
                );
        }

        ResultsException Wrong(string what) => ClaimError.At(file, arm.Line, what);
    }

    private static List<PlannedCase>? Ambiguous(SuiteCase[] picked) =>
        picked
            .SelectMany(item => item.Presets.Select(preset => (preset, item.Case)))
            .GroupBy(pair => pair.preset, pair => pair.Case)
            .Select(group => group.ToList())
            .FirstOrDefault(cases => cases.Count > 1);

    private static void CheckMetric(string file, ClaimPart part, WorkloadFacts facts)
    {
        var own = facts.OwnMetrics.Append(facts.MetricThatMatters);
        if (!Metrics.All.Contains(part.Metric) && !own.Contains(part.Metric!.Id))
        {
            var known = Metrics.All.Select(metric => metric.Id).Concat(own).Distinct();
            throw ClaimError.At(
                file,
                part.Line,
                $"unknown metric '{part.Metric.Id}' of {facts.Id}; {JsonFields.ThereAre(known)}"
            );
        }
    }
}
