using System.Diagnostics;
using Bench.Measurement.Planning;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>The runner is really killed, at several points, and continued.</summary>
public sealed class KilledRunTests : IDisposable
{
    private readonly RunFolder _folder = new(
        Path.Combine(Directory.CreateTempSubdirectory("bench-kill-").FullName, "run")
    );

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder.Path)!, recursive: true);

    [Fact]
    public async Task After_kill_9_at_any_point_resume_follows_the_same_schedule_and_no_sample_is_lost_or_twice()
    {
        await StartAndKillAsync(
            afterSamples: 1,
            "run",
            "--preset",
            "smoke",
            "--workloads",
            "pingpong",
            "--rounds",
            "3",
            "--seed",
            "5",
            "--out",
            _folder.Path
        );
        var manifest = _folder.ReadManifest();
        var afterFirst = Lines();
        await StartAndKillAsync(afterSamples: afterFirst.Length + 2, "run", "--resume", _folder.Path);
        await File.AppendAllTextAsync(
            _folder.SamplesPath,
            """{"schemaVersion":1,"run":"torn""",
            TestContext.Current.CancellationToken
        );

        var last = await BenchProgram.RunAsync("run", "--resume", _folder.Path);

        Assert.True(last.ExitCode == 0, last.StandardError);
        Assert.Contains("torn last line", last.StandardError, StringComparison.Ordinal);
        Assert.Equal(
            Schedule
                .Of(_folder.ReadManifest())
                .Select(launch => (launch.Round, launch.Position, launch.Case.Key)),
            _folder
                .ReadSamples(manifest.Run, out _)
                .Select(sample =>
                    (
                        sample.Round,
                        sample.Position,
                        sample.Replica == 0 ? sample.Case : $"{sample.Case}#{sample.Replica + 1}"
                    )
                )
        );
        Assert.Equal(afterFirst, Lines()[..afterFirst.Length]);
        Assert.True(File.Exists(_folder.In("index.html")));
    }

    [Fact]
    public async Task An_interrupt_ends_the_child_keeps_the_samples_says_how_to_go_on_and_exits_130()
    {
        using var run = BenchProgram.Start(
            "run",
            "--preset",
            "smoke",
            "--workloads",
            "pingpong",
            "--rounds",
            "50",
            "--out",
            _folder.Path
        );
        await WaitForSamplesAsync(2, run);

        using var interrupt = Process.Start("kill", ["-INT", $"{run.Id}"]);
        var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, run.ExitCode);
        Assert.Contains($"run --resume \"{_folder.Path}\"", errors, StringComparison.Ordinal);
        Assert.All(
            _folder.ReadSamples(_folder.ReadManifest().Run, out _),
            sample => Assert.True(sample.Status == SampleStatus.Measured)
        );
        Assert.False(Directory.Exists(_folder.In(".work")));
    }

    private async Task StartAndKillAsync(int afterSamples, params string[] arguments)
    {
        using var run = BenchProgram.Start(arguments);
        await WaitForSamplesAsync(afterSamples, run);
        run.Kill();
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task WaitForSamplesAsync(int count, Process run)
    {
        while (Lines().Length < count && !run.HasExited)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.False(run.HasExited, "the run ended before it could be stopped");
    }

    private string[] Lines() =>
        File.Exists(_folder.SamplesPath) ? File.ReadAllLines(_folder.SamplesPath) : [];
}
