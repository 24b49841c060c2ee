using Bench.Analysis;
using Bench.Analysis.Gating;
using Bench.Cli.Measuring;
using Bench.Results;

namespace Bench.Cli.Gating;

/// <summary>Carries a gate's run out and judges it.</summary>
internal static class GateRun
{
    /// <summary>Begins the run in a new folder, once it is seen that both builds' programs do what they are asked.</summary>
    /// <param name="models">The models.</param>
    /// <param name="manifest">The plan.</param>
    /// <param name="path">A new or empty folder; null for one under reports/.</param>
    /// <param name="reference">The build that is compared with.</param>
    /// <param name="head">The build that is judged.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="UserException">A build's programs leave no sample, or the folder cannot be written.</exception>
    public static LiveRun Begin(
        Models models,
        RunManifest manifest,
        string? path,
        GateBuild reference,
        GateBuild head,
        CancellationToken interrupted
    )
    {
        // This tree's programs are of this suite; what is wrong with them is the gate's to find.
        foreach (var build in new[] { reference, head }.Where(build => build.IsForeign))
        {
            GateTrial.Launch(build, manifest.Cases, interrupted);
        }

        return LiveRun.Begin(models, NewManifest.WriteTo(path, manifest), GateBuilds.Both(reference, head));
    }

    /// <summary>Measures what is left, until it is decided or the budget is spent.</summary>
    /// <param name="run">The run.</param>
    /// <param name="began">When its budget began, in UTC.</param>
    /// <param name="interrupted">Ends the present child and the run.</param>
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public static RunEnd Measure(LiveRun run, DateTime began, CancellationToken interrupted)
    {
        var end = run.MeasureQuietly(interrupted);
        return end == RunEnd.Done ? SequentialRounds.Of(run, began)!.Measure(interrupted) : end;
    }

    /// <summary>What it says.</summary>
    public static GateAnalysis Judge(LiveRun run) =>
        GateAnalysis.Of(RunAnalysis.Of(run.Manifest, run.Samples));

    /// <summary>The exit code of a gate.</summary>
    public static int ExitCodeOf(GateAnalysis gate) =>
        gate.Run.Manifest.Gate!.Advisory
            ? ExitCode.Fine
            : gate.Outcome switch
            {
                GateOutcome.Failed => ExitCode.WorseThanAllowed,
                GateOutcome.Inconclusive => ExitCode.Inconclusive,
                _ => ExitCode.Fine,
            };

    /// <summary>Goes on with the gate in a folder: with the same two builds, or not at all.</summary>
    /// <exception cref="UserException">It cannot go on here.</exception>
    public static int Resume(Models models, RunFolder folder)
    {
        var plan = folder.ReadManifest().Gate!;
        if (plan.Programs is { } programs && programs != TreePrograms.Fingerprint(models))
        {
            throw new UserException(
                $"{folder.ManifestPath}: this tree was built anew since the gate began, and a gate's builds must stay the same; compare what there is (./run.sh compare {folder.Path} --kind builds), or begin a new gate: {folder.ReadManifest().Command}"
            );
        }

        using var interrupt = new Interrupt();
        var builds = new GateBuilds(models, () => BuildStore.Usual(BuildFacts.Repository));
        try
        {
            using var reference = builds.Of(plan.Base, interrupt.Token);
            using var head = builds.Of(plan.Head, interrupt.Token);
            using var run = LiveRun.Resume(models, folder, GateBuilds.Both(reference, head));
            return Finish(run, new(Json: false, Summary: null), interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Measures, writes the report and the comment, and says what came of it.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Finish(LiveRun run, GateOutput output, CancellationToken interrupted)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var end = Measure(run, process.StartTime.ToUniversalTime(), interrupted);
        if (end != RunEnd.Done)
        {
            return end == RunEnd.Interrupted ? ExitCode.Interrupted : ExitCode.Failed;
        }

        run.Report();
        var gate = Judge(run);
        output.Write(gate, run.Folder);
        return ExitCodeOf(gate);
    }
}
