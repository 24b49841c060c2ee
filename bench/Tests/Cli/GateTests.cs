using System.Text.Json;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>gate</c> by the real program, and its run by the other verbs.</summary>
public sealed class GateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-gate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("what is this tree to be held against?")]
    [InlineData("--base no-such-ref: no commit of that name", "--base", "no-such-ref")]
    [InlineData("option --base needs a value", "--base")]
    [InlineData("--margin 5: give a percentage", "--base", "HEAD", "--margin", "5")]
    [InlineData("--margin -5%: give a percentage", "--base", "HEAD", "--margin", "-5%")]
    [InlineData("--budget soon: give a time", "--base", "HEAD", "--budget", "soon")]
    [InlineData("unknown preset 'huge'", "--base", "HEAD", "--preset", "huge")]
    [InlineData("unknown workload 'nothing'", "--base", "HEAD", "--workloads", "nothing")]
    [InlineData(
        "--cases 'nothing/*': no case of preset smoke or quick matches",
        "--base",
        "HEAD",
        "--cases",
        "nothing/*"
    )]
    [InlineData("give --runtime twice", "--runtime", "10.0.1")]
    [InlineData("--runtime 1.2.3: not installed; there are: ", "--runtime", "1.2.3", "--runtime", "1.2.3")]
    [InlineData("leave --base and --set out", "--runtime", "1", "--runtime", "2", "--base", "HEAD")]
    [InlineData("--set Akka: give a package and its version", "--set", "Akka")]
    [InlineData("--set Orleans: the suite uses no such package", "--set", "Orleans=1")]
    [InlineData(
        "--summary /proc/nowhere/x: cannot be written",
        "--base",
        "HEAD",
        "--summary",
        "/proc/nowhere/x"
    )]
    [InlineData("unexpected argument 'again'", "again", "--base", "HEAD")]
    public async Task What_is_asked_wrongly_is_named(string expected, params string[] arguments)
    {
        var result = await BenchProgram.RunAsync(["gate", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.StartsWith(
            "error: ",
            Assert.Single(result.StandardError.TrimEnd().Split('\n')),
            StringComparison.Ordinal
        );
        Assert.Empty(result.StandardOutput);
    }

    [Fact]
    public async Task One_build_twice_on_one_runtime_is_measured_judged_and_kept()
    {
        var run = Path.Combine(_folder, "run");
        var summary = Path.Combine(_folder, "summary.md");
        var runtime = Environment.Version.ToString();

        var result = await BenchProgram.RunAsync(
            "gate",
            "--runtime",
            runtime,
            "--runtime",
            runtime,
            "--workloads",
            "pingpong",
            "--models",
            "threads",
            "--budget",
            "25s",
            "--preset",
            "smoke",
            "--margin",
            "50%",
            "--out",
            run,
            "--summary",
            summary
        );

        Assert.True(result.ExitCode is 0 or 4, result.StandardError);
        var folder = new RunFolder(run);
        var manifest = folder.ReadManifest();
        Assert.Equal([runtime, runtime], [manifest.Gate!.Base.Runtime, manifest.Gate.Head.Runtime]);
        Assert.StartsWith(
            $"./run.sh gate --runtime {runtime} --runtime {runtime} --workloads pingpong --models threads --preset smoke --margin 50% --budget 25s --seed ",
            manifest.Command,
            StringComparison.Ordinal
        );
        Assert.Equal(
            folder.ReadSamples(manifest.Run, out _).CountBy(sample => sample.Round).First().Value,
            manifest.Cases.Count
        );
        var text = await ReadAsync(folder.In("gate.md"));
        Assert.StartsWith("<!-- bench gate -->\n### Gate ", text, StringComparison.Ordinal);
        Assert.Equal(text.TrimEnd(), result.StandardOutput.TrimEnd());
        Assert.Equal(text.TrimEnd(), (await ReadAsync(summary)).TrimEnd());
        using var json = JsonDocument.Parse(await ReadAsync(folder.In("gate.json")));
        Assert.Equal(manifest.Run, json.RootElement.GetProperty("run").GetString());
        Assert.NotEqual(0, json.RootElement.GetProperty("findings").GetArrayLength());

        folder.WriteManifest(manifest with { Gate = manifest.Gate with { Programs = "others" } });
        var resumed = await BenchProgram.RunAsync("run", "--resume", run);
        Assert.Equal(2, resumed.ExitCode);
        Assert.Contains(
            "this tree was built anew since the gate began",
            resumed.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_builds_of_a_run_are_compared_case_by_case()
    {
        var planned = MadeUpRun.Case("tasks");
        var run = new MadeUpRun
        {
            Cases = [planned, planned.OfBase()],
            Replan = manifest => manifest with { Gate = Analysis.Gating.Plans.Of() },
            Change = sample =>
                sample.Case == planned.Case
                    ? sample with
                    {
                        ThroughputPerSecond = 0.8 * sample.ThroughputPerSecond,
                    }
                    : sample,
        }.WriteTo(Path.Combine(_folder, "made-up"));

        var result = await BenchProgram.RunAsync(
            "compare",
            run,
            "--kind",
            "builds",
            "--metric",
            "throughput",
            "--json"
        );

        Assert.Equal(0, result.ExitCode);
        using var document = JsonDocument.Parse(result.StandardOutput);
        var verdict = document.RootElement.GetProperty("verdicts")[0];
        Assert.Equal("builds", verdict.GetProperty("kind").GetString());
        Assert.Equal("tasks!base", verdict.GetProperty("baseline").GetString());
        Assert.Equal("worse", verdict.GetProperty("verdict").GetString());
    }

    private static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
}
