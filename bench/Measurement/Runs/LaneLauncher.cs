using Bench.Results;

namespace Bench.Measurement.Runs;

/// <summary>Runs lanes outside of a run, each launch in a process of its own, under the watchdog of every sample.</summary>
/// <param name="builds">The programs.</param>
public sealed class LaneLauncher(ModelBuilds builds) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-launches-");

    /// <param name="programs">Path of each model's program, by model id.</param>
    public LaneLauncher(IReadOnlyDictionary<string, string> programs)
        : this(new ModelBuilds(programs)) { }

    /// <summary>One launch; launches of one number meet the same requests.</summary>
    /// <param name="planned">The case.</param>
    /// <param name="number">Number of the launch, from 1: the seed of everything random in it.</param>
    /// <param name="interrupted">Ends the process.</param>
    /// <returns>Its sample without what only pictures need, or one that says why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted; the process has been ended.</exception>
    public async Task<Sample> LaunchAsync(PlannedCase planned, int number, CancellationToken interrupted)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var child = new ChildProcess(_folder.FullName, builds);
        var output = await child.MeasureAsync(new(planned, number, 1, (ulong)number), interrupted);
        return output.Sample.FiguresOnly() with { Round = number };
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
