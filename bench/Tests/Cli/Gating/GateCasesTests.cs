#pragma warning disable CA2000 // builds that are not from the store hold nothing
using Bench.Cli;
using Bench.Cli.Gating;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli.Gating;

/// <summary>Which cases a gate measures.</summary>
public sealed class GateCasesTests
{
    private static readonly Models s_models = Models.Load();
    private static readonly IReadOnlyList<PlannedCase> s_chosen = GateCases.Chosen(
        s_models.Select(["pingpong", "pipeline"], ["tasks", "threads"]),
        Presets.Smoke,
        CasePatterns.All
    );

    [Fact]
    public void Each_is_planned_for_both_builds_and_the_first_has_a_copy()
    {
        var cases = Of(Build("this tree", null), Build("HEAD~1", null));

        Assert.Equal(s_chosen.Select(planned => planned.Case), Competing(cases));
        Assert.Equal(
            s_chosen.Select(planned => planned.OfBase().Key),
            cases.Cases.Where(planned => planned.Build is not null).Select(planned => planned.Key)
        );
        Assert.Equal(
            [$"{s_chosen[0].Case}#2"],
            cases.Cases.Where(planned => planned.Replica > 0).Select(planned => planned.Key)
        );
        Assert.Empty(cases.Omitted);
    }

    [Fact]
    public void The_first_cases_have_all_workloads_among_them() =>
        Assert.Equal(["pingpong", "pipeline"], s_chosen.Take(2).Select(planned => planned.Workload).Order());

    [Fact]
    public void What_only_one_build_has_is_told_and_not_measured()
    {
        var gone = s_chosen[1].Case + ",old=1";
        var known = s_chosen.Skip(1).Select(planned => planned.Case).Append(gone).ToHashSet();
        var cases = Of(Build("this tree", null), Build("v1", known));

        Assert.Equal(s_chosen.Skip(1).Select(planned => planned.Case), Competing(cases));
        Assert.Equal(
            [new(s_chosen[0].Case, "v1 has no such case"), new(gone, "only v1 has it")],
            cases.Omitted
        );
    }

    [Fact]
    public void A_model_that_a_build_does_not_have_is_told()
    {
        var without = Build("v1", null) with
        {
            Build = new(new Dictionary<string, string> { ["tasks"] = "t" }),
        };

        var cases = Of(Build("this tree", null), without);

        Assert.All(cases.Omitted, omitted => Assert.Equal("v1 has no model threads", omitted.Reason));
        Assert.Equal(s_chosen.Count(planned => planned.Model == "threads"), cases.Omitted.Count);
    }

    private static IEnumerable<string> Competing(GateCases cases) =>
        cases.Cases.Where(planned => planned.Competes).Select(planned => planned.Case);

    private static GateCases Of(GateBuild head, GateBuild reference) =>
        GateCases.Of(s_chosen, reference, head, GateCases.Known(s_models.Lanes));

    private static GateBuild Build(string name, IReadOnlySet<string>? cases) =>
        new(new() { Name = name }, new(s_models.Programs), cases, null);
}
