using System.Reflection;
using System.Reflection.Emit;
using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Tests.Conformance;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

/// <summary>A model does every workload or says why not.</summary>
public sealed class FitTests
{
    private static readonly string[] s_workloads =
    [
        .. EveryLane.All.Select(lane => lane.Workload.Id).Distinct(),
    ];

    [Fact]
    public void Nothing_is_wrong_with_a_model_that_gives_a_reason_for_all_that_it_leaves_out() =>
        Assert.Empty(
            Fit.Problems(Odd([.. s_workloads.Select(id => (id, "It has no queue."))]), EveryLane.All)
        );

    [Fact]
    public void A_workload_without_lane_and_reason_is_named_by_its_file()
    {
        var odd = Odd([.. s_workloads.Where(id => id != "pingpong").Select(id => (id, "It has no queue."))]);

        var problem = Assert.Single(Fit.Problems(odd, EveryLane.All));

        Assert.StartsWith("bench/Odd/Pingpong.cs: missing", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_for_what_is_no_workload_is_told()
    {
        var odd = Odd([.. s_workloads.Append("pingpng").Select(id => (id, "It has no queue."))]);

        Assert.Contains(
            "'pingpng', which is no workload",
            Assert.Single(Fit.Problems(odd, EveryLane.All)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_empty_reason_is_none()
    {
        var odd = Odd([.. s_workloads.Select(id => (id, id == "pingpong" ? " " : "It has no queue."))]);

        Assert.Contains(
            "no reason why pingpong",
            Assert.Single(Fit.Problems(odd, EveryLane.All)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_reasons_are_one_too_many()
    {
        var odd = Odd([.. s_workloads.Append("pingpong").Select(id => (id, "It has no queue."))]);

        Assert.Contains(
            "2 reasons why pingpong",
            Assert.Single(Fit.Problems(odd, EveryLane.All)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lane_and_a_reason_exclude_each_other()
    {
        var odd = Odd([.. s_workloads.Select(id => (id, "It has no queue."))]);
        var type = odd.DefineDynamicModule("Odd")
            .DefineType(
                "Pingpong",
                TypeAttributes.Public,
                EveryLane.New<Workload>("pingpong/channels:default").GetType()
            )
            .CreateType();
        Lane lane = new(new ModelFacts("odd", "Odd", "Odd."), type);

        Assert.Contains(
            "has a lane of pingpong",
            Assert.Single(Fit.Problems(type.Assembly, [.. EveryLane.All, lane])),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_model_that_has_some_lanes_only_says_so_once_and_it_is_said_of_each_workload()
    {
        var odd = Odd([("pipeline", "It has no queue.")]);
        SaysNotWritten(odd, "Two lanes are enough.");
        SetModel(odd);

        Assert.Empty(Fit.Problems(odd, EveryLane.All));
        var leftOut = Fit.LeftOut([odd], EveryLane.All);
        Assert.Equal(s_workloads.Order(StringComparer.Ordinal), leftOut.Select(item => item.Workload));
        Assert.Equal("It has no queue.", leftOut.Single(item => item.Workload == "pipeline").Reason);
        Assert.Equal("Two lanes are enough.", leftOut.Single(item => item.Workload == "pingpong").Reason);
    }

    [Fact]
    public void A_model_that_has_some_lanes_only_and_does_not_say_why_is_told()
    {
        var odd = Odd([]);
        SaysNotWritten(odd, " ");

        Assert.Contains(
            "no reason why some workloads",
            Assert.Single(Fit.Problems(odd, EveryLane.All)),
            StringComparison.Ordinal
        );
    }

    private static void SaysNotWritten(AssemblyBuilder odd, string reason) =>
        odd.SetCustomAttribute(
            new CustomAttributeBuilder(typeof(NotWrittenAttribute).GetConstructors()[0], [reason])
        );

    private static void SetModel(AssemblyBuilder odd) =>
        odd.SetCustomAttribute(
            new CustomAttributeBuilder(typeof(ModelAttribute).GetConstructors()[0], ["odd", "Odd", "Odd."])
        );

    private static AssemblyBuilder Odd(IReadOnlyList<(string Workload, string Reason)> leftOut)
    {
        var odd = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Odd"), AssemblyBuilderAccess.Run);
        var attribute = typeof(NotANaturalFitAttribute).GetConstructors()[0];
        foreach (var (workload, reason) in leftOut)
        {
            odd.SetCustomAttribute(new CustomAttributeBuilder(attribute, [workload, reason]));
        }

        return odd;
    }
}
