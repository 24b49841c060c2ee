using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Bench.Measurement.Backend;
using Xunit;

namespace Bench.Tests.Architecture;

/// <summary>Data goes one way: Cli → Measurement ⇄ model process → Results → Analysis → Reporter.</summary>
public sealed class ArrowTests
{
    private static readonly string[] s_models = [.. House.Models];

    private static readonly string[] s_assemblies =
    [
        "Results",
        "Results.History",
        "Measurement",
        "Workloads",
        "Analysis",
        "Reporter",
        "bench",
        "Pitfalls",
        "Floors",
        "RuntimeLanes",
        "ClusterLanes",
        "Site",
        "Databases",
        "HttpServer",
        .. RealBackends.Names.Select(name => $"Backend.{char.ToUpperInvariant(name[0])}{name[1..]}"),
        .. s_models,
    ];

    private static readonly ArchUnitNET.Domain.Architecture s_house = new ArchLoader()
        .LoadAssemblies([.. s_assemblies.Select(System.Reflection.Assembly.Load)])
        .Build();

    [Theory]
    [InlineData(
        "Bench.Results",
        "Bench.Measurement",
        "Bench.Workloads",
        "Bench.Analysis",
        "Bench.Reporter",
        "Bench.Cli",
        "BenchmarkDotNet"
    )]
    [InlineData(
        "Bench.Analysis",
        "Bench.Measurement",
        "Bench.Workloads",
        "Bench.Reporter",
        "Bench.Cli",
        "BenchmarkDotNet"
    )]
    [InlineData("Bench.Reporter", "Bench.Measurement", "Bench.Workloads", "Bench.Cli", "BenchmarkDotNet")]
    [InlineData(
        "Bench.Measurement",
        "Bench.Workloads",
        "Bench.Analysis",
        "Bench.Reporter",
        "Bench.Cli",
        "Bench.Backend",
        "Bench.Databases",
        "Bench.HttpServer",
        "Dapper",
        "Microsoft.AspNetCore"
    )]
    [InlineData(
        "Bench.Workloads",
        "Bench.Analysis",
        "Bench.Reporter",
        "Bench.Cli",
        "Bench.Backend",
        "Bench.Databases",
        "Dapper"
    )]
    [InlineData("Bench.Databases", "Bench.Backend", "Npgsql", "Microsoft.Data")]
    [InlineData(
        "Bench.Site",
        "Bench.Results",
        "Bench.Measurement",
        "Bench.Workloads",
        "Bench.Analysis",
        "Bench.Reporter",
        "Bench.Cli"
    )]
    [InlineData(
        "Bench.Cli",
        "Bench.Backend",
        "Bench.Databases",
        "Microsoft.AspNetCore",
        "Dapper",
        "Microsoft.Data",
        "Npgsql",
        "Polly"
    )]
    public void What_is_to_the_right_knows_nothing_to_its_left(string room, params string[] forbidden) =>
        Assert.Empty(
            Arrows(room).Where(arrow => forbidden.Any(name => IsIn(arrow.Target, name))).Select(Words)
        );

    [Fact]
    public void Nothing_but_a_model_knows_that_model()
    {
        foreach (var model in s_models)
        {
            var strangers = s_house.Types.Where(type => IsOurs(type) && !IsIn(type, $"Bench.{model}"));
            Assert.Empty(
                strangers
                    .SelectMany(type => type.Dependencies)
                    .Where(arrow => IsIn(arrow.Target, $"Bench.{model}"))
                    .Select(Words)
            );
        }
    }

    [Theory]
    [InlineData("Bench.Pitfalls")]
    [InlineData("Bench.Floors")]
    public void Nothing_knows_a_lane_that_is_wrong_on_purpose_or_a_public_benchmarks_form(string room) =>
        Assert.Empty(
            s_house
                .Types.Where(type => IsOurs(type) && !IsIn(type, room))
                .SelectMany(type => type.Dependencies)
                .Where(arrow => IsIn(arrow.Target, room))
                .Select(Words)
        );

    [Fact]
    public void Workloads_contain_no_concurrency() =>
        Assert.Empty(
            Arrows("Bench.Workloads")
                .Where(arrow =>
                    IsIn(arrow.Target, "System.Threading.Tasks")
                    || IsIn(arrow.Target, "System.Threading.Channels")
                    || arrow.Target.FullName is "System.Threading.Thread" or "System.Threading.Monitor"
                )
                .Select(Words)
        );

    private static IEnumerable<ITypeDependency> Arrows(string room) =>
        s_house.Types.Where(type => IsIn(type, room)).SelectMany(type => type.Dependencies);

    private static bool IsOurs(IType type) => IsIn(type, "Bench");

    private static bool IsIn(IType type, string name) =>
        type.FullName.StartsWith($"{name}.", StringComparison.Ordinal);

    private static string Words(ITypeDependency arrow) =>
        $"{arrow.Origin.FullName} → {arrow.Target.FullName}";
}
