using Bench.Cli.Measuring;
using Bench.Results;

namespace Bench.Cli.Deciding;

/// <summary>The run in which capacities are looked for: a new one, or one that goes on where an earlier search was when its time was over.</summary>
internal static class CapacityRun
{
    /// <param name="models">The models.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="targets">Whose capacity is not known.</param>
    /// <param name="evidence">What is there.</param>
    /// <param name="folder">A new folder.</param>
    public static LiveRun Begin(
        Models models,
        DecisionRequest request,
        List<CapacityTarget> targets,
        DecisionEvidence evidence,
        string folder
    )
    {
        var manifest = DecisionManifests.Capacity(request, targets);
        if (evidence.Runs.LastOrDefault(run => IsAlike(run.Manifest, manifest)) is not { } begun)
        {
            return LiveRun.Begin(models, NewManifest.WriteTo(folder, manifest));
        }

        var missing = targets.Where(target =>
            !begun.Manifest.Capacity!.Targets.Exists(other => Key(other) == Key(target))
        );
        var plan = begun.Manifest.Capacity! with
        {
            Targets = [.. begun.Manifest.Capacity!.Targets, .. missing],
        };
        var written = NewManifest.WriteTo(
            folder,
            begun.Manifest with
            {
                Run = manifest.Run,
                Command = manifest.Command,
                Capacity = plan,
            }
        );
        foreach (var sample in begun.Samples)
        {
            SampleLog.Append(written.SamplesPath, sample with { Run = manifest.Run });
        }

        return LiveRun.Resume(models, written);
    }

    // A search is a function of its trials: windows, steps, launches and where it began must be the same.
    private static bool IsAlike(RunManifest begun, RunManifest planned) =>
        begun is { Preset: DecisionManifests.Preset, Capacity: { } before }
        && planned.Capacity is { } now
        && before with { Targets = now.Targets } == now
        && before.Targets.Exists(target =>
            now.Targets.Exists(other =>
                Key(other) == Key(target)
                && other.Start == target.Start
                && Equals(other.Parameters, target.Parameters)
            )
        );

    private static (string, string, string, string) Key(CapacityTarget target) =>
        (target.Workload, target.Model, target.Variant, target.Terms);
}
