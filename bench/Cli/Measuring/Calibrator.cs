using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Measurement.Planning;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>Measures the same code twice, and code slowed down on purpose, to see what this machine resolves.</summary>
/// <param name="models">The models.</param>
/// <param name="rounds">Rounds; null for as many as fit into the time.</param>
/// <param name="time">Time for the A/A pairs when no rounds are given.</param>
/// <param name="command">The command that repeats it.</param>
internal sealed class Calibrator(Models models, int? rounds, TimeSpan time, string command)
{
    private const int MostRounds = 200;
    private const int InjectedRounds = 20;
    private readonly IReadOnlyList<Lane> _lanes = CalibrationPlan.Lanes(models);

    /// <summary>Carries the calibration out into a new folder, in the form of a run, and writes calibration.json beside.</summary>
    /// <param name="path">A new or empty folder; null for one under reports/.</param>
    /// <param name="inject">Inject slowdowns, too.</param>
    /// <param name="interrupted">Ends it early.</param>
    /// <returns>Null when it was ended early.</returns>
    public CalibrationResult? Run(string? path, bool inject, CancellationToken interrupted)
    {
        using var pairs = Begin(CalibrationPlan.Pairs(_lanes), path, "calibrate", PairedRounds.Fewest);
        if (MeasurePairs(pairs, interrupted) != RunEnd.Done)
        {
            return null;
        }

        pairs.Report();
        var calibration = Calibration.Of(RunAnalysis.Of(pairs.Manifest, pairs.Samples));
        Folder = pairs.Folder;
        Pairs = calibration;
        var (injected, stated) = inject ? Inject(pairs.Folder, interrupted) : ([], []);
        if (injected is null || stated is null)
        {
            return null;
        }

        var result = new CalibrationResult(
            1,
            pairs.Manifest.Run,
            pairs.Manifest.Machine.Fingerprint,
            [
                .. calibration
                    .Items.Where(item => item.Resolution is not null)
                    .Select(item => StatedResolution.Of(item, item.Resolution!)),
            ],
            [.. calibration.Items.Select(item => item.Verdict)],
            injected,
            stated
        );
        AtomicFile.Write(
            pairs.Folder.In("calibration.json"),
            JsonSerializer.SerializeToUtf8Bytes(result, CliJson.Default.CalibrationResult)
        );
        return result;
    }

    /// <summary>Where the A/A pairs were written; null before.</summary>
    public RunFolder? Folder { get; private set; }

    /// <summary>What the A/A pairs showed; null before.</summary>
    public Calibration? Pairs { get; private set; }

    private (IReadOnlyList<InjectedFinding>?, IReadOnlyList<StatedFinding>?) Inject(
        RunFolder folder,
        CancellationToken interrupted
    )
    {
        using var known = Begin(
            CalibrationPlan.Injections(_lanes),
            folder.In("injected"),
            "inject",
            InjectedRounds
        );
        if (known.MeasureQuietly(interrupted) != RunEnd.Done)
        {
            return (null, null);
        }

        known.Report();
        var run = RunAnalysis.Of(known.Manifest, known.Samples);
        var injected = InjectionCheck.Of(run.Scenarios.Single());
        var calibration = Calibration.Of(run, InjectionCheck.Latencies);
        var p99 = calibration.Items.Single(item => item.Metric == Metrics.P99).Resolution;
        if (p99 is null)
        {
            Talk.Line(
                "note: too few valid rounds to state what p99 resolves; no slowdown of that size is injected"
            );
            return (injected, []);
        }

        var size = p99.At(known.Manifest.Rounds, Resolution.AlmostSurely).Ratio;
        Talk.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"by its own A/A pair this case resolves {(size - 1) * 100:0.##} % in p99 at {known.Manifest.Rounds} rounds, with a chance of 95 %: now just that is injected"
            )
        );
        using var just = Begin(
            CalibrationPlan.Injection(_lanes, size),
            folder.In("stated"),
            "inject",
            InjectedRounds
        );
        if (just.MeasureQuietly(interrupted) != RunEnd.Done)
        {
            return (null, null);
        }

        just.Report();
        var scenario = RunAnalysis.Of(just.Manifest, just.Samples).Scenarios.Single();
        return (injected, StatedFinding.Of(scenario, calibration));
    }

    private LiveRun Begin(Plan plan, string? path, string name, int fewest)
    {
        var manifest = NewManifest.Of(plan, _lanes, name, rounds ?? fewest, seed: null) with
        {
            Command = command,
        };
        return LiveRun.Begin(models, NewManifest.WriteTo(path, manifest));
    }

    /// <summary>Some rounds, to see how long one takes, then as many as the time allows.</summary>
    private RunEnd MeasurePairs(LiveRun run, CancellationToken interrupted)
    {
        var started = Stopwatch.GetTimestamp();
        var end = run.Measure(interrupted);
        if (end != RunEnd.Done)
        {
            return end;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var more = rounds is null
            ? Math.Min(MostRounds, (time - elapsed) / elapsed * run.Manifest.Rounds)
            : 0;
        for (var round = 1; round <= more; round++)
        {
            run.Extend("the time allows it");
        }

        return run.MeasureQuietly(interrupted);
    }
}
