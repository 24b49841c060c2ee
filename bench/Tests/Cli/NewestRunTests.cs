using Bench.Cli;
using Bench.Cli.Measuring;
using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>The run that <c>claims</c> takes when it is given none.</summary>
public sealed class NewestRunTests : IDisposable
{
    private readonly TemporaryFolder _reports = new();

    public void Dispose() => _reports.Dispose();

    [Fact]
    public void The_run_begun_last_is_found_whatever_its_folder_is_called()
    {
        Write("z", day: 1);
        var last = Write("a", day: 2);

        Assert.Equal(last.Path, Found());
    }

    [Fact]
    public void Calibrations_and_capacity_runs_are_passed_over()
    {
        var run = Write("run", day: 1);
        Write("calibration", day: 2, manifest => manifest with { Preset = "calibrate" });
        Write(
            "capacity",
            day: 3,
            manifest =>
                manifest with
                {
                    Capacity = CapacityPreset.Plan(Presets.Smoke, "p99<1s", launches: null, []),
                }
        );

        Assert.Equal(run.Path, Found());
    }

    [Fact]
    public void What_cannot_be_read_is_passed_over()
    {
        var run = Write("run", day: 1);
        using var writer = new FileStream(
            Write("busy", day: 2).ManifestPath,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );
        Directory.CreateDirectory(_reports.In("empty"));

        Assert.Equal(run.Path, Found());
    }

    [Fact]
    public void Without_a_run_there_is_none()
    {
        Assert.Null(Found());
        Assert.Null(NewestRun.In(_reports.In("nowhere")));
    }

    private string? Found() => NewestRun.In(_reports.Path)?.Path;

    private RunFolder Write(string name, int day, Func<RunManifest, RunManifest>? change = null)
    {
        var folder = new RunFolder(_reports.In(name));
        Directory.CreateDirectory(folder.Path);
        var manifest = Manifests.Of(new([], []), rounds: 1) with
        {
            StartedAt = DateTimeOffset.UnixEpoch.AddDays(day),
        };
        folder.WriteManifest(change is null ? manifest : change(manifest));
        return folder;
    }
}
