using Bench.Analysis.Pitfalls;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>
/// A run of every workload at standard or full size, which claims are judged by: it also tries the pitfalls, once, when its
/// rounds are done.
/// </summary>
internal static class WholeRun
{
    private static readonly string[] s_presets = [.. PresetName.Of(Presets.Standard | Presets.Full)];

    /// <returns>False when interrupted; the samples are kept, and <c>--resume</c> tries the pitfalls again.</returns>
    public static bool TryPitfalls(Models models, LiveRun run, CancellationToken interrupted)
    {
        if (!Is(run.Manifest, models) || run.Folder.ReadPitfalls() is not null)
        {
            return true;
        }

        Talk.Line("pitfalls: lanes that are wrong on purpose, each must be caught (a minute at most)");
        using var pitfalls = new PitfallRun(models);
        if (pitfalls.Take(interrupted) is not { } trials)
        {
            return false;
        }

        run.Folder.WritePitfalls(trials);
        foreach (var finding in trials.Trials.Select(PitfallCheck.Of))
        {
            if (finding.Outcome != PitfallOutcome.Caught)
            {
                Talk.Note($"{finding.Pitfall.Id}: {PitfallWords.Of(finding.Outcome)}: {finding.Reason}");
            }
        }

        return true;
    }

    /// <summary>True for a run of every workload that its preset has, at standard or full size.</summary>
    public static bool Is(RunManifest manifest, Models models) =>
        manifest.Capacity is null
        && s_presets.Contains(manifest.Preset)
        && models
            .Lanes.Where(lane => lane.Cases(PresetName.Parse(manifest.Preset)).Any())
            .Select(lane => lane.Workload.Id)
            .Except(manifest.Workloads.Select(facts => facts.Id))
            .FirstOrDefault()
            is null;
}
