using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>What a user gets wrong ends with exit code 2 and one line that says what, where and what next.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("there is no verb 'frobnicate'", "frobnicate")]
    [InlineData("there is no option 'frobnicate'", "run", "--frobnicate")]
    [InlineData("unknown workload 'nothing'; there are: ", "run", "--workloads", "nothing")]
    [InlineData(
        "unknown preset 'huge'; there are: smoke, quick, standard, full, savina",
        "run",
        "--preset",
        "huge"
    )]
    [InlineData("unknown model 'nothing'; there are: ", "run", "--models", "threads,nothing")]
    [InlineData("unknown model 'nothing'; there are: ", "verify", "--models", "nothing")]
    [InlineData("--rounds 0", "run", "--rounds", "0")]
    [InlineData("--rounds -3", "run", "--rounds", "-3")]
    [InlineData("--rounds", "run", "--rounds", "many")]
    [InlineData("--seed", "run", "--seed", "-1")]
    [InlineData("--preset needs a value", "run", "--preset")]
    [InlineData("unexpected argument 'again'", "run", "again")]
    [InlineData("leave the other options out", "run", "--resume", ".", "--rounds", "3")]
    [InlineData("leave the other options out", "run", "--resume", ".", "--capacity")]
    [InlineData("add --capacity", "run", "--slo", "p99<1s")]
    [InlineData("--slo \"p99<1\", column 6: expected a unit", "run", "--capacity", "--slo", "p99<1")]
    [InlineData("--slo \"p98<1s\", column 1: expected one of p50", "run", "--capacity", "--slo", "p98<1s")]
    [InlineData("--slo needs a value", "run", "--capacity", "--slo")]
    [InlineData(
        "pingpong has no load that can be raised; these have one: inventory (users), payments (ratePerSecond)",
        "run",
        "--capacity",
        "--workloads",
        "payments,pingpong"
    )]
    [InlineData("--rounds 0: with --capacity", "run", "--capacity", "--rounds", "0")]
    [InlineData("leave the other options out", "run", "--resume", ".", "--until-decided")]
    [InlineData("leave the other options out", "run", "--resume", ".", "--budget", "5m")]
    [InlineData("--capacity has a search of its own", "run", "--capacity", "--until-decided")]
    [InlineData("leave the other options out", "run", "--resume", ".", "--trace")]
    [InlineData("leave --trace out", "run", "--capacity", "--trace")]
    [InlineData(
        "--trace: handoff, pingpong cannot be traced; these can: inventory, pipeline",
        "run",
        "--trace",
        "--workloads",
        "pingpong,handoff"
    )]
    [InlineData(
        "--cases 'pipe/*': no case of preset smoke matches",
        "run",
        "--preset",
        "smoke",
        "--cases",
        "pipe/*"
    )]
    [InlineData("--cases needs a value", "run", "--cases")]
    [InlineData("--shard '3/2': give part i of n", "run", "--shard", "3/2", "--seed", "1")]
    [InlineData("give the same --seed to every shard", "run", "--shard", "1/2")]
    [InlineData(
        "--shard 2/2: what is compared stays together",
        "run",
        "--preset",
        "smoke",
        "--workloads",
        "big",
        "--shard",
        "2/2",
        "--seed",
        "1"
    )]
    [InlineData("leave the other options out", "run", "--resume", ".", "--shard", "1/2")]
    [InlineData("leave --cases and --shard out", "run", "--capacity", "--cases", "inventory/*")]
    [InlineData("preset savina has no search for capacity", "run", "--capacity", "--preset", "savina")]
    [InlineData("--budget abc: give a time", "run", "--until-decided", "--budget", "abc")]
    [InlineData("--budget 0: give a time", "run", "--until-decided", "--budget", "0")]
    [InlineData("--budget 0s: give a time", "run", "--until-decided", "--budget", "0s")]
    [InlineData("--budget needs a value", "run", "--until-decided", "--budget")]
    [InlineData("only a run with --until-decided has a budget", "run", "--budget", "20m")]
    [InlineData("ends at 60 rounds; begin it with fewer", "run", "--until-decided", "--rounds", "60")]
    [InlineData(
        "nothing to decide",
        "run",
        "--until-decided",
        "--models",
        "threads",
        "--workloads",
        "pingpong"
    )]
    [InlineData("--json and --out belong to --pitfalls", "verify", "--json")]
    [InlineData("--json and --out belong to --pitfalls", "verify", "--out", "/tmp/nowhere")]
    [InlineData("leave --workloads and --models out", "verify", "--pitfalls", "--models", "tasks")]
    [InlineData("--out needs a value", "verify", "--pitfalls", "--out")]
    [InlineData("--rounds 0: give a number from 1 to 60", "floors", "--rounds", "0")]
    [InlineData("--rounds 61: give a number from 1 to 60", "floors", "--rounds", "61")]
    [InlineData("the value of --rounds has the wrong form", "floors", "--rounds", "many")]
    [InlineData("the value of --seed has the wrong form", "floors", "--seed", "-1")]
    [InlineData("--out needs a value", "floors", "--out")]
    [InlineData("unknown pattern 'pong'; there are: ping-pong, tell", "floors", "--patterns", "tell,pong")]
    [InlineData("unexpected argument 'again'", "floors", "again")]
    [InlineData("not a run folder", "run", "--resume", "/nowhere/at/all")]
    [InlineData("not a run folder", "report", "/nowhere/at/all")]
    [InlineData("an argument is missing", "report")]
    [InlineData("not a run folder", "compare", "/nowhere/at/all")]
    [InlineData("unexpected argument 'c'", "compare", "a", "b", "c")]
    [InlineData("no such folder", "serve", "--reports", "/nowhere/at/all")]
    [InlineData("not a run folder", "serve", "/nowhere/at/all")]
    [InlineData("--port 0: give a number from 1 to 65535", "serve", "--port", "0")]
    [InlineData("--since never: neither days", "serve", "--since", "never")]
    [InlineData("--port 65536: give a number from 1 to 65535", "serve", "--port", "65536")]
    [InlineData("the value of --port has the wrong form", "serve", "--port", "99999999999")]
    [InlineData("--address 'here': give an IP address", "serve", "--address", "here")]
    [InlineData(
        "--port 1: cannot listen there on 192.0.2.1",
        "serve",
        "--address",
        "192.0.2.1",
        "--port",
        "1"
    )]
    [InlineData("nothing is called 'xyzzy'", "explain", "xyzzy")]
    [InlineData("an argument is missing", "explain")]
    [InlineData("--quiet and --verbose contradict each other", "--quiet", "list", "--verbose")]
    [InlineData("there is no option 'frobnicate'", "doctor", "--frobnicate")]
    [InlineData("unexpected argument 'again'", "doctor", "again")]
    [InlineData("--minutes 0: give more than 0", "doctor", "--calibrate", "--minutes", "0")]
    [InlineData("--minutes -1", "doctor", "--calibrate", "--minutes", "-1")]
    [InlineData("--minutes NaN", "doctor", "--calibrate", "--minutes", "NaN")]
    [InlineData("--minutes", "doctor", "--calibrate", "--minutes", "two")]
    [InlineData("--rounds 4: give a number from 5", "doctor", "--calibrate", "--rounds", "4")]
    [InlineData("leave one out", "doctor", "--calibrate", "--rounds", "5", "--minutes", "1")]
    [InlineData("belong to --calibrate", "doctor", "--inject")]
    [InlineData("belong to --calibrate", "doctor", "--out", "/tmp/nowhere")]
    [InlineData("cannot be written", "doctor", "--calibrate", "--json", "--out", "/proc/bench")]
    public async Task A_wrong_word_is_named(string expected, params string[] arguments) =>
        await RefusesAsync(expected, arguments);

    [Fact]
    public async Task A_folder_in_use_is_not_written_to()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "mine.txt"),
            "",
            TestContext.Current.CancellationToken
        );

        await RefusesAsync("is not empty", "run", "--preset", "smoke", "--out", _folder);
    }

    [Fact]
    public async Task A_file_in_place_of_a_folder_is_refused()
    {
        var file = Path.Combine(_folder, "mine.txt");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        await RefusesAsync("is a file; give a folder", "run", "--preset", "smoke", "--out", file);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused() =>
        await RefusesAsync("cannot be written", "run", "--preset", "smoke", "--out", "/proc/bench");

    [Fact]
    public async Task A_manifest_of_another_schema_version_is_refused()
    {
        await WriteAsync("manifest.json", """{"schemaVersion": 99}""");

        await RefusesAsync("schema version 99, but this suite reads version 1", "report", _folder);
    }

    [Fact]
    public async Task A_manifest_that_is_none_is_refused()
    {
        await WriteAsync("manifest.json", "<html>");

        await RefusesAsync("not a manifest", "report", _folder);
    }

    [Fact]
    public async Task A_foreign_line_among_the_samples_is_named_by_file_and_line()
    {
        new RunFolder(_folder).WriteManifest(Measurement.Runs.Manifests.Of(new([], []), rounds: 1));
        await WriteAsync("samples.jsonl", "{\"schemaVersion\":1,\n");

        await RefusesAsync("samples.jsonl:1: not a sample", "report", _folder);
    }

    [Fact]
    public async Task A_sample_of_another_run_is_named_by_file_and_line()
    {
        var folder = new RunFolder(_folder);
        folder.WriteManifest(Measurement.Runs.Manifests.Of(new([], []), rounds: 1));
        SampleLog.Append(
            folder.SamplesPath,
            new Sample
            {
                Case = "c",
                Workload = "w",
                Model = "m",
                Run = "other",
            }
        );

        await RefusesAsync("samples.jsonl:1: a sample of run 'other'", "run", "--resume", _folder);
    }

    private static async Task RefusesAsync(string expected, params string[] arguments)
    {
        var result = await BenchProgram.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
        Assert.StartsWith("error: ", result.StandardError, StringComparison.Ordinal);
        Assert.Empty(result.StandardOutput);
    }

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder, name), text, TestContext.Current.CancellationToken);
}
