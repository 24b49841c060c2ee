using System.Text.Json;
using Bench.Results;
using Bench.Tests.Analysis.Floors;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary><c>floors</c> of the real program, and the file that it leaves for reports.</summary>
public sealed class FloorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Long")]
    public async Task One_round_measures_every_lane_and_form_and_is_kept()
    {
        var result = await BenchProgram.RunAsync("floors", "--rounds", "1", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 4, result.StandardError);
        using var document = JsonDocument.Parse(result.StandardOutput);
        Assert.Equal(1, document.RootElement.GetProperty("schemaVersion").GetInt32());
        var floors = document.RootElement.GetProperty("floors");
        Assert.Equal(25, floors.GetProperty("lanes").GetArrayLength());
        Assert.All(
            floors.GetProperty("lanes").EnumerateArray(),
            lane => Assert.True(lane.GetProperty("against").GetProperty("ratio").GetDouble() > 0, $"{lane}")
        );
        var kept = new RunFolder(_folder.Path).ReadFloors()!;
        Assert.Equal(1, kept.Rounds);
        Assert.All(kept.Arms, arm => Assert.Empty(Assert.Single(arm.Launches).InvalidBecause));
    }

    [Fact]
    public void What_was_measured_is_read_back()
    {
        var folder = new RunFolder(_folder.Path);
        Assert.Null(folder.ReadFloors());

        folder.WriteFloors(FloorsOf.Trials(FloorsOf.Lane(100, 101), FloorsOf.Form("best", 99, 100)));

        var read = folder.ReadFloors()!;
        Assert.Equal(("ping-pong", "best"), (read.Arms[1].Pattern, read.Arms[1].Name));
        Assert.Equal([1, 2], read.Arms[0].Launches.Select(launch => launch.Round));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        var run = new MadeUpRun().WriteTo(Path.Combine(_folder.Path, "run"));
        await File.WriteAllTextAsync(
            new RunFolder(run).FloorsPath,
            "{ \"schemaVersion\": 1, \"arms\": 3 }",
            TestContext.Current.CancellationToken
        );

        var result = await BenchProgram.RunAsync("report", run);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("floors.json: not measured floors", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_not_written_to()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.Path, "mine.txt"),
            "mine",
            TestContext.Current.CancellationToken
        );

        var result = await BenchProgram.RunAsync("floors", "--out", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not empty", result.StandardError, StringComparison.Ordinal);
    }
}
