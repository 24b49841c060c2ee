using System.Text.Json;
using Bench.Results;
using Bench.Tests.Analysis.Pitfalls;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>verify --pitfalls</c> of the real program, and the claims that rest on what it saw.</summary>
public sealed class VerifyPitfallsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_pitfall_is_caught_and_claims_can_tell()
    {
        var result = await BenchProgram.RunAsync("verify", "--pitfalls", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.True(result.RunTime < TimeSpan.FromSeconds(70), $"{result.RunTime}");
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        var pitfalls = document.RootElement.GetProperty("pitfalls").EnumerateArray().ToList();
        Assert.Equal(6, pitfalls.Count);
        Assert.All(
            pitfalls,
            pitfall =>
            {
                Assert.Equal("caught", pitfall.GetProperty("outcome").GetString());
                Assert.Equal(0, pitfall.GetProperty("falseAlarms").GetArrayLength());
                Assert.NotEqual(0, pitfall.GetProperty("counters").GetArrayLength());
            }
        );
        Assert.All(await ClaimsAsync(), outcome => Assert.Equal("holds", outcome));
    }

    [Fact]
    public async Task Claims_rest_on_what_the_folder_has_seen()
    {
        Write(Seen.Trial([Seen.Hung], Seen.Well));
        Assert.Equal(["holds"], await ClaimsAsync("race"));

        Write(Seen.Trial([Seen.Well, Seen.Well, Seen.Well], Seen.Well));
        Assert.Equal(["refuted"], await ClaimsAsync("race"));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await File.WriteAllTextAsync(
            new RunFolder(_folder.Path).PitfallsPath,
            "{ \"schemaVersion\": 1, \"trials\": 3 }",
            TestContext.Current.CancellationToken
        );

        var result = await BenchProgram.RunAsync("claims", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            "pitfalls.json: not what was seen of pitfalls",
            result.StandardError,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_seen_on_another_machine_is_not_mixed_in()
    {
        var run = new MadeUpRun().WriteTo(Path.Combine(_folder.Path, "run"));
        var trials = Seen.Trials(Seen.Trial([Seen.Hung], Seen.Well)) with { Machine = "elsewhere" };
        new RunFolder(_folder.Path).WritePitfalls(trials);

        var result = await BenchProgram.RunAsync("claims", run, _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("of different machines", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_not_written_to()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "mine.txt"),
            "mine",
            TestContext.Current.CancellationToken
        );

        var result = await BenchProgram.RunAsync("verify", "--pitfalls", "--out", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not empty", result.StandardError, StringComparison.Ordinal);
    }

    private void Write(PitfallTrial trial) => new RunFolder(_folder.Path).WritePitfalls(Seen.Trials(trial));

    private async Task<IEnumerable<string?>> ClaimsAsync(string? pitfall = null)
    {
        var result = await BenchProgram.RunAsync(
            "claims",
            _folder.Path,
            "--only",
            "pitfalls-5,race-map",
            "--json"
        );
        Assert.True(result.ExitCode == 0, result.StandardError);
        using var document = JsonDocument.Parse(result.StandardOutput);
        return
        [
            .. document
                .RootElement.GetProperty("claims")
                .EnumerateArray()
                .Where(line => line.GetProperty("relation").GetString() == "caught")
                .Where(line => pitfall is null || line.GetProperty("contender").GetString() == pitfall)
                .Select(line => line.GetProperty("outcome").GetString())
                .Distinct(),
        ];
    }
}
