using Bench.Cli.Terminal;
using Bench.Measurement.Machine;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>What a run that goes on already has.</summary>
internal static class ResumedRun
{
    /// <summary>The samples taken so far; a torn last line is dropped from the file.</summary>
    /// <exception cref="UserException">The run cannot go on here.</exception>
    /// <exception cref="ResultsException">The samples cannot be read.</exception>
    public static List<Sample> Samples(Models models, RunFolder folder, RunManifest manifest)
    {
        var unknown = manifest.Cases.Find(planned => !models.Lanes.Any(lane => lane.Is(planned)));
        if (unknown is not null)
        {
            throw new UserException(
                $"{folder.ManifestPath}: this suite has no lane for {unknown.Case}; use the commit that began the run"
            );
        }

        if (MachineProbe.Look().Fingerprint != manifest.Machine.Fingerprint)
        {
            throw new UserException(
                $"{folder.ManifestPath}: begun on another machine ({manifest.Machine.Fingerprint}); resume it there, or begin a new run"
            );
        }

        var samples = folder.ReadSamples(manifest.Run, out var tornBytes);
        if (tornBytes > 0)
        {
            SampleLog.DropTornLine(folder.SamplesPath, tornBytes);
            Talk.Line(
                $"notice: a torn last line of {tornBytes} bytes in {folder.SamplesPath} was dropped; its sample is taken again"
            );
        }

        if (Checkout.Commit(BuildFacts.Repository) != manifest.Commit)
        {
            Talk.Line(
                $"notice: the run was begun at commit {manifest.Commit ?? "unknown"}; the samples to come are of another state of the suite"
            );
        }

        return samples;
    }
}
