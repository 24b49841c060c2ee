using System.Text.Json;
using Bench.Tests.Results;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace Bench.Tests.Cli.History;

/// <summary><c>history</c> as users type it.</summary>
public sealed class HistoryVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.In("history.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_are_added_listed_exported_and_imported()
    {
        var first = Made("first", commit: "0123456789abcdef+changes");
        var second = Made("second");

        var added = await RunAsync("add", first, second);
        var again = await RunAsync("add", first);
        var list = await RunAsync("list");
        var export = await RunAsync("export", _folder.In("out.gz"));
        var import = await RunToAsync(_folder.In("copy.db"), "import", _folder.In("out.gz"));

        Assert.Equal("first: 12 samples added\nsecond: 12 samples added\n", added.StandardOutput);
        Assert.Equal("first: 0 samples added, 12 were there\n", again.StandardOutput);
        Assert.Contains("machine here: ", list.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("0123456789+changes", list.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("mixes", list.StandardError, StringComparison.Ordinal);
        Assert.Contains("2 runs, 24 samples", export.StandardError, StringComparison.Ordinal);
        Assert.Contains("24 samples added of 24 (2 runs)", import.StandardError, StringComparison.Ordinal);
        Assert.All([added, again, list, export, import], result => Assert.Equal(0, result.ExitCode));
    }

    [Fact]
    public async Task A_history_that_mixes_machines_says_so()
    {
        await RunAsync("add", Made("first"), Made("second", machine: "there"));

        var list = await RunAsync("list", "--json");

        Assert.Contains(
            "note: the history mixes 2 kinds of machine (here: 1 run, there: 1 run); their series stand apart",
            list.StandardError,
            StringComparison.Ordinal
        );
        var json = JsonDocument.Parse(list.StandardOutput).RootElement;
        Assert.Equal(1, json.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(2, json.GetProperty("machines").GetArrayLength());
        var run = json.GetProperty("runs")[0];
        Assert.Equal("first", run.GetProperty("run").GetString());
        Assert.Equal("./run.sh run", run.GetProperty("command").GetString());
        Assert.Equal(12, run.GetProperty("valid").GetInt32());
    }

    [Fact]
    public async Task The_environment_names_the_history_when_no_option_does()
    {
        await RunAsync("add", Made("first"));

        var list = await CliWrap
            .Cli.Wrap("dotnet")
            .WithArguments([BenchProgram.Path, "history", "list"])
            .WithEnvironmentVariables(variables => variables.Set("BENCH_HISTORY", Target))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"{Target}: 1 run;", list.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("history cannot 'drop'; it can: history add DIR…, list, export FILE or import FILE", "drop")]
    [InlineData("an argument is missing")]
    [InlineData("history add needs run folders", "add")]
    [InlineData("history export needs a file", "export")]
    [InlineData("history import needs a file", "import")]
    [InlineData("unexpected argument 'b'", "export", "a", "b")]
    [InlineData("unexpected argument 'a'", "list", "a")]
    [InlineData("--json belongs to history list", "add", "a", "--json")]
    [InlineData("not a run folder", "add", "/nowhere/at/all")]
    [InlineData("there is no history yet; begin it with ./run.sh history add DIR", "list")]
    [InlineData("not among the arguments", "list", "postgresql://anna:s3cr3t@127.0.0.1/bench")]
    [InlineData("not among the arguments", "postgresql://anna:s3cr3t@127.0.0.1/bench")]
    [InlineData("not among the arguments", "add", "Host=127.0.0.1;Password=s3cr3t;Database=x")]
    public async Task A_wrong_word_is_named(string expected, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
        Assert.DoesNotContain("s3cr3t", result.StandardError, StringComparison.Ordinal);
        Assert.False(File.Exists(Target));
    }

    [Theory]
    [InlineData("mysql://anna:s3cr3t@127.0.0.1/bench")]
    [InlineData("postgresql://anna:s3cr3t/@127.0.0.1/bench")]
    [InlineData("Host=127.0.0.1;Password=s3cr3t")]
    [InlineData("anna:s3cr3t@127.0.0.1/bench")]
    public async Task A_connection_string_that_cannot_be_read_is_not_repeated(string target)
    {
        var result = await RunToAsync(target, "list");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("cannot be read; expected", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", result.StandardError, StringComparison.Ordinal);
        Assert.Single(result.StandardError.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_wrong_folder_is_found_before_another_is_added()
    {
        var result = await RunAsync("add", Made("first"), _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.False(File.Exists(Target));
    }

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunToAsync(Target, arguments);

    private static Task<BufferedCommandResult> RunToAsync(string target, params string[] arguments) =>
        BenchProgram.RunAsync(["history", .. arguments, "--history", target]);

    private string Made(string run, string machine = "here", string? commit = null) =>
        new MadeUpRun
        {
            Machine = machine,
            Commit = commit,
            Replan = manifest => manifest with { Run = run },
            Change = sample => sample with { Run = run },
        }.WriteTo(_folder.In(run));
}
