using System.Text.Json;
using Bench.Measurement.Planning;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>claims</c> of the real program, on runs and claim files whose truth is known.</summary>
public sealed class ClaimsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-claims-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Outcomes_are_json_of_a_schema_version()
    {
        var result = await ClaimsAsync("--json", Write("run", 2.0));

        Assert.True(result.ExitCode == 0, result.StandardError);
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        var line = Assert.Single(document.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("faster", line.GetProperty("id").GetString());
        Assert.Equal("equal", line.GetProperty("terms").GetString());
        Assert.Equal("holds", line.GetProperty("outcome").GetString());
        Assert.Equal("ratio", line.GetProperty("relation").GetString());
        Assert.Equal(2.0, line.GetProperty("ratio").GetDouble(), 0.05);
        Assert.InRange(line.GetProperty("low").GetDouble(), 1.9, line.GetProperty("ratio").GetDouble());
        Assert.InRange(line.GetProperty("high").GetDouble(), line.GetProperty("ratio").GetDouble(), 2.1);
        Assert.Equal(1.3, line.GetProperty("threshold").GetDouble());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("reason").ValueKind);
        var outcome = Assert.Single(document.RootElement.GetProperty("outcomes").EnumerateArray());
        Assert.Equal("holds", outcome.GetProperty("equal").GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, outcome.GetProperty("told").ValueKind);
    }

    [Fact]
    public async Task A_refuted_claim_is_reported_and_is_no_failure()
    {
        var result = await ClaimsAsync(Write("run", 1.0));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("✗ refuted: 1.00×", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("on equal terms: 1 refuted", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_measured_alone_and_then_judged()
    {
        var folder = new RunFolder(Path.Combine(_folder, "new"));

        var result = await ClaimsAsync(
            "--json",
            Write("run", 2.0, model: "actors"),
            "--run",
            "--preset",
            "smoke",
            "--rounds",
            "1",
            "--out",
            folder.Path
        );

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.Equal(
            ["tasks", "tasks#2", "threads"],
            folder
                .ReadSamples(folder.ReadManifest().Run, out _)
                .Select(sample => sample.Model + (sample.Replica == 0 ? "" : "#2"))
                .Order()
        );
        Assert.StartsWith(
            "./run.sh claims --run --preset smoke --rounds 1 --seed ",
            folder.ReadManifest().Command,
            StringComparison.Ordinal
        );
        using var document = JsonDocument.Parse(result.StandardOutput);
        var line = Assert.Single(document.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal("undecided", line.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("unknown claim 'slower'; there are: faster", "--only", "slower")]
    [InlineData("--preset, --rounds, --seed and --out are for --run", "--rounds", "3")]
    [InlineData("--rounds 0: give a number", "--run", "--rounds", "0")]
    [InlineData("not a run folder", "/nowhere/at/all")]
    public async Task A_wrong_word_is_named(string expected, params string[] arguments) =>
        Refuses(expected, await ClaimsAsync(arguments));

    [Fact]
    public async Task Runs_of_different_machines_are_refused() =>
        Refuses(
            "the runs are of different machines",
            await ClaimsAsync(Write("one", 2.0), Write("other", 2.0, fingerprint: "another"))
        );

    [Theory]
    [InlineData("faster.json:4: unknown model 'fibers'; there are: ", "tasks", "fibers")]
    [InlineData(
        "faster.json:3: unknown metric 'throughputt' of pingpong; there are: ",
        "throughput",
        "throughputt"
    )]
    [InlineData("faster.json:3: unknown field 'atleast' in a part; there are: ", "atLeast", "atleast")]
    [InlineData("faster.json:1: the id is 'quicker': name the file quicker.json", "faster", "quicker")]
    public async Task A_wrong_claim_file_is_named_by_file_and_line(string expected, string old, string wrong)
    {
        var run = Write("run", 2.0);
        WriteClaim(text => text.Replace(old, wrong, StringComparison.Ordinal));

        Refuses(expected, await BenchProgram.RunAsync("claims", run, "--files", _folder));
    }

    [Fact]
    public async Task The_suites_own_claims_fit_its_lanes()
    {
        var result = await BenchProgram.RunAsync("claims", Write("run", 2.0), "--json");

        Assert.True(result.ExitCode == 0, result.StandardError);
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.True(document.RootElement.GetProperty("outcomes").GetArrayLength() >= 28);
    }

    private static void Refuses(string expected, BufferedCommandResult result)
    {
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
        Assert.Empty(result.StandardOutput);
    }

    private Task<BufferedCommandResult> ClaimsAsync(params string[] arguments)
    {
        WriteClaim(text => text);
        return BenchProgram.RunAsync(["claims", .. arguments, "--files", _folder]);
    }

    private void WriteClaim(Func<string, string> change) =>
        File.WriteAllText(
            Path.Combine(_folder, "faster.json"),
            change(
                """
                { "id": "faster", "system": "s", "statement": "It is so.", "source": "told", "note": "Little.",
                  "parts": [
                    { "title": "trips", "relation": "ratio", "metric": "throughput", "atLeast": 1.3, "workload": "pingpong", "parameters": { "pairs": 1 },
                      "equal": { "contender": { "model": "tasks" }, "baseline": { "model": "threads" } } }
                  ]
                }
                """
            )
        );

    private string Write(string name, double tasks, string model = "tasks", string? fingerprint = null)
    {
        var folder = new RunFolder(Path.Combine(_folder, name));
        Directory.CreateDirectory(folder.Path);
        var manifest = Manifests.Of(new Plan([Case("threads"), Case(model)], []), rounds: 6);
        folder.WriteManifest(
            manifest with
            {
                Workloads = [new("pingpong", "Ping", "", "", "throughput")],
                Machine = manifest.Machine with { Fingerprint = fingerprint ?? manifest.Machine.Fingerprint },
            }
        );
        foreach (var launch in Schedule.Of(manifest))
        {
            var level = launch.Case.Model == "threads" ? 1.0 : tasks;
            SampleLog.Append(
                folder.SamplesPath,
                new Sample
                {
                    Run = "test",
                    Round = launch.Round,
                    Position = launch.Position,
                    Case = launch.Case.Case,
                    Workload = "pingpong",
                    Model = launch.Case.Model,
                    Valid = true,
                    ThroughputPerSecond = 1_000 * level * (1 + (0.002 * launch.Round * level)),
                }
            );
        }

        return folder.Path;
    }

    private static PlannedCase Case(string model) =>
        new()
        {
            Case = $"pingpong/{model}/equal/pairs=1",
            Workload = "pingpong",
            Model = model,
            Variant = "default",
            Terms = "equal",
            Parameters = new([new("pairs", "1")]),
            Configuration = ParameterSet.Empty,
            LimitSeconds = 1,
        };
}
