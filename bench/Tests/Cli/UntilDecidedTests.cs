using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>The real program goes on until its comparisons are decided, or the budget is spent.</summary>
public sealed class UntilDecidedTests : IDisposable
{
    private readonly RunFolder _folder = new(
        Path.Combine(Directory.CreateTempSubdirectory("bench-decided-").FullName, "run")
    );

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder.Path)!, recursive: true);

    [Fact]
    public async Task Further_rounds_are_kept_in_the_plan_and_the_exit_code_says_whether_all_is_decided()
    {
        var run = await BenchProgram.RunAsync(Run("40s"));
        var manifest = _folder.ReadManifest();
        var compared = await BenchProgram.RunAsync("compare", _folder.Path, "--json");

        Assert.Equal([5, 8, 12, 18, 27, 40, 60], manifest.UntilDecided?.Looks);
        Assert.Equal(40, manifest.UntilDecided?.BudgetSeconds);
        Assert.EndsWith("--until-decided --budget 40s", manifest.Command, StringComparison.Ordinal);
        Assert.Contains(run.ExitCode, new[] { 0, 1, 4 });
        Assert.Equal(
            run.StandardError.Contains("decided: all 1 comparisons", StringComparison.Ordinal),
            !compared.StandardOutput.Contains("\"inconclusive\"", StringComparison.Ordinal)
        );
        Assert.Contains("\"looks\": 7", compared.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_the_first_rounds_use_up_buys_no_further_round()
    {
        var first = await BenchProgram.RunAsync(Run("1s"));
        var resumed = await BenchProgram.RunAsync("run", "--resume", _folder.Path);
        var usable = _folder.ReadSamples(_folder.ReadManifest().Run, out _).Exists(sample => sample.Valid);

        foreach (var result in new[] { first, resumed })
        {
            Assert.Equal(usable ? 4 : 1, result.ExitCode);
            Assert.Contains(
                "no further round: the next look takes",
                result.StandardError,
                StringComparison.Ordinal
            );
            Assert.Contains(
                "not decided: 1 of 1 comparisons",
                result.StandardError,
                StringComparison.Ordinal
            );
            Assert.Contains(
                $"run --resume \"{_folder.Path}\"",
                result.StandardError,
                StringComparison.Ordinal
            );
        }

        Assert.DoesNotContain(
            _folder.ReadManifest().ExtraRounds,
            extra => extra.Because.Contains("not decided", StringComparison.Ordinal)
        );
    }

    private string[] Run(string budget) =>
        [
            "run",
            "--preset",
            "smoke",
            "--workloads",
            "pingpong",
            "--models",
            "threads,tasks",
            "--until-decided",
            "--budget",
            budget,
            "--out",
            _folder.Path,
        ];
}
