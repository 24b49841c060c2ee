using Bench.Analysis.Code;
using Bench.Cli;
using Bench.Results;
using Bench.Tests.Reporter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Bench.Tests.Analysis.Code;

public sealed class LaneCodeTests
{
    private static readonly SourceFile[] s_sources =
    [
        new(
            "bench/M/Map.cs",
            "namespace M; class Map : Workloads.Map { Box _box; class Inner { Far _far; } }"
        ),
        new("bench/M/MapLocked.cs", "using X.Other; namespace M; class MapLocked : Workloads.Map { }"),
        new("bench/M/MapFair.cs", "namespace M; class MapFair : Map { }"),
        new("bench/M/Box.cs", "namespace M; class Box { Lid _lid; }"),
        new("bench/M/Lid.cs", "namespace M; class Lid { Box _back; }"),
        new("bench/M/Other.cs", "namespace M; class Other { class Inner { } }"),
        new("bench/M/Gate.cs", "namespace M; class Gate : Workloads.Gate { }"),
        new("bench/M/GateFair.cs", "namespace M; class GateFair : Gate { }"),
        new(
            "bench/M/Book.cs",
            "namespace M; class Book : Workloads.Book { void F() { Gate.TryNext(); GateFair(); } }"
        ),
        new("bench/N/Far.cs", "namespace N; class Far { Box _box; }"),
    ];

    private static readonly LaneCode s_code = new(
        s_sources,
        SyntheticRun.Manifest() with
        {
            Models = [new("m", "M", "M.") { Primitives = [new("box", ["Box"])] }, new("n", "N", "N.")],
            Cases = [Planned("m", "bench/M/Map.cs"), Planned("n", "bench/N/Far.cs")],
        }
    );

    [Theory]
    [InlineData("bench/M/Map.cs", "bench/M/Map.cs bench/M/Box.cs bench/M/Lid.cs")]
    [InlineData("bench/M/MapLocked.cs", "bench/M/MapLocked.cs")]
    [InlineData("bench/M/MapFair.cs", "bench/M/Map.cs bench/M/MapFair.cs bench/M/Box.cs bench/M/Lid.cs")]
    [InlineData("bench/M/Book.cs", "bench/M/Book.cs")]
    [InlineData("bench/M/GateFair.cs", "bench/M/Gate.cs bench/M/GateFair.cs")]
    [InlineData("bench/M/None.cs", "")]
    public void A_lane_is_its_file_and_those_of_its_folder_whose_types_it_names(
        string path,
        string expected
    ) => Assert.Equal(expected, string.Join(' ', s_code.Of(path).Select(file => file.Path)));

    [Theory]
    [InlineData("bench/M/Map.cs", "box")]
    [InlineData("bench/N/Far.cs", "")]
    public void A_models_own_primitives_count_in_its_own_folder(string path, string expected) =>
        Assert.Equal(expected, string.Join(' ', s_code.MetricsOf(path)!.Primitives));

    [Fact]
    public void The_code_of_every_lane_in_C_sharp_is_understood_by_this_parser()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var written = Models.Load().Lanes.Select(lane => lane.Source).Distinct();
        foreach (var path in written.Where(path => path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(Path.Combine(BuildFacts.Repository, path));
            var tree = CSharpSyntaxTree.ParseText(text, path: path, cancellationToken: cancelled);
            Assert.DoesNotContain(
                tree.GetDiagnostics(cancelled),
                diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            );
        }
    }

    private static PlannedCase Planned(string model, string source) =>
        SyntheticRun.Manifest().Cases[0] with
        {
            Model = model,
            Source = source,
        };
}
