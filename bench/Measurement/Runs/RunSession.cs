using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;
using BenchmarkDotNet.Running;

namespace Bench.Measurement.Runs;

/// <summary>Carries out what is left of a run's schedule, through one BenchmarkDotNet run.</summary>
/// <param name="folder">The run's folder; its samples grow by one line per process.</param>
/// <param name="manifest">The plan.</param>
/// <param name="lanes">Lanes of all models.</param>
/// <param name="builds">The programs.</param>
public sealed class RunSession(
    RunFolder folder,
    RunManifest manifest,
    IReadOnlyList<Lane> lanes,
    ModelBuilds builds
)
{
    private readonly string _workFolder = folder.In(".work");

    /// <summary>A sample has been taken and kept; no process is being measured at this moment.</summary>
    public event EventHandler<SampleTakenEventArgs>? SampleTaken;

    /// <summary>Runs to the end of the schedule.</summary>
    /// <param name="samples">Samples that are there already.</param>
    /// <param name="interrupted">Ends the present child and the run.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted; everything measured is kept.</exception>
    public void Run(IReadOnlyList<Sample> samples, CancellationToken interrupted)
    {
        var left = Schedule.Left(manifest, samples);
        if (left.Count == 0)
        {
            return;
        }

        var taken = new Dictionary<string, Sample>();
        var child = new ChildProcess(_workFolder, builds);
        var done = 0;
        var toolchain = new PrebuiltToolchain(
            new SampleExecutor(
                left.ToDictionary(launch => launch.Key),
                launch =>
                {
                    // BenchmarkDotNet may have a synchronisation context here: wait on the pool.
                    var output = Task.Run(() => child.MeasureAsync(launch, interrupted), interrupted)
                        .GetAwaiter()
                        .GetResult();
                    taken[launch.Key] = Keep(output.Sample, launch);
                    SampleTaken?.Invoke(
                        this,
                        new SampleTakenEventArgs(launch, taken[launch.Key], ++done, left.Count)
                    );
                    return output;
                }
            )
        );
        try
        {
            var config = RunConfig.Create(folder.In("benchmarkdotnet"), taken);
            using var cases = RunCases.Of(left, lanes, toolchain, config);
            var summary = BenchmarkRunner.Run(cases);
            if (summary.HasCriticalValidationErrors)
            {
                throw new InvalidOperationException(
                    $"BenchmarkDotNet refuses the run: {summary.ValidationErrors.First(error => error.IsCritical).Message}"
                );
            }
        }
        finally
        {
            if (Directory.Exists(_workFolder))
            {
                Directory.Delete(_workFolder, recursive: true);
            }
        }
    }

    private Sample Keep(Sample sample, Launch launch)
    {
        var kept = sample with { Run = manifest.Run, Round = launch.Round, Position = launch.Position };
        SampleLog.Append(folder.SamplesPath, kept);
        return kept;
    }
}
