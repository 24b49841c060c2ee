using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Tests.Measurement.Runs;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>A run one of whose rounds was disturbed goes on with another, and says so everywhere.</summary>
public sealed class DisturbedRunTests : IDisposable
{
    private readonly RunFolder _folder = new(
        Path.Combine(Directory.CreateTempSubdirectory("bench-disturbed-").FullName, "run")
    );

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder.Path)!, recursive: true);

    [Fact]
    public async Task A_resumed_run_measures_its_disturbed_round_again_and_leaves_it_out()
    {
        WriteRounds(4);

        var resumed = await BenchProgram.RunAsync("run", "--resume", _folder.Path);

        Assert.True(resumed.ExitCode == 0, resumed.StandardError);
        Assert.Contains(
            "round 1 was disturbed (1 of 1 samples disturbed, ",
            resumed.StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains("it is measured again as round 5", resumed.StandardError, StringComparison.Ordinal);
        var manifest = _folder.ReadManifest();
        Assert.Equal((1, 5), (manifest.DisturbedRounds[0].Round, manifest.DisturbedRounds[0].RepeatedAs));
        Assert.Equal(
            [1, 2, 3, 4, 5],
            _folder.ReadSamples(manifest.Run, out _).Select(sample => sample.Round)
        );
        Assert.Contains(
            "1 round was disturbed and measured again",
            await File.ReadAllTextAsync(_folder.In("report.md"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        var again = await BenchProgram.RunAsync("run", "--resume", _folder.Path);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(5, _folder.ReadSamples(manifest.Run, out _).Count);
    }

    [Fact]
    public async Task Three_rounds_are_too_few_to_measure_one_again()
    {
        WriteRounds(3);

        var resumed = await BenchProgram.RunAsync("run", "--resume", _folder.Path);

        Assert.True(resumed.ExitCode == 0, resumed.StandardError);
        Assert.Contains(
            "it counts all the same: too few rounds to measure one again",
            resumed.StandardError,
            StringComparison.Ordinal
        );
        Assert.Null(Assert.Single(_folder.ReadManifest().DisturbedRounds).RepeatedAs);
    }

    private void WriteRounds(int rounds)
    {
        var lane = Lanes
            .Of(typeof(Channels.Pingpong).Assembly)
            .Single(lane => lane is { Workload.Id: "pingpong", Variant: "default" });
        var planned = lane.Smallest();
        Directory.CreateDirectory(_folder.Path);
        _folder.WriteManifest(
            Manifests.Of(new([planned], []), rounds) with
            {
                Workloads = [lane.Workload],
                Models = [lane.Model],
            }
        );
        for (var round = 1; round <= rounds; round++)
        {
            SampleLog.Append(
                _folder.SamplesPath,
                new()
                {
                    Run = "test",
                    Round = round,
                    Position = 1,
                    Case = planned.Case,
                    Workload = planned.Workload,
                    Model = planned.Model,
                    Valid = true,
                    ThroughputPerSecond = 1,
                    MachineNoise = new()
                    {
                        OtherLoadProcessors = round == 1 ? Environment.ProcessorCount : 0,
                    },
                }
            );
        }
    }
}
