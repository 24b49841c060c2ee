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

    /// <summary>Where the A/A pairs were written; null before.</summary>
    public RunFolder? Folder { get; private set; }

    /// <summary>What the A/A pairs showed; null before.</summary>
    public Calibration? Pairs { get; private set; }

    /// <summary>What has been found so far, as it stands in calibration.json; null before.</summary>
    public CalibrationResult? Result { get; private set; }

    /// <summary>False when in any of its runs no sample was valid, or a lane broke, hung or lost anything.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>False when the same code was called different, or something injected was not found as it should be.</summary>
    public bool Agrees =>
        Pairs!.Different.Count == 0
        && Result!.Injected.All(finding => finding.AsExpected)
        && Result.Stated.All(finding => finding.Agrees);

    /// <summary>True when each pair has rounds enough to state what it resolves in each metric.</summary>
    /// <param name="injected">What was injected must have, too.</param>
    public bool IsComplete(bool injected) =>
        Pairs!.Items.All(item => item.Resolution is not null)
        && (!injected || Result!.Stated.Count == InjectionCheck.Latencies.Count);

    /// <summary>Measures the A/A pairs into a new folder, in the form of a run, and writes calibration.json beside.</summary>
    /// <param name="path">A new or empty folder; null for one under reports/.</param>
    /// <param name="interrupted">Ends it early.</param>
    /// <returns>How it ended; when early, nothing was found.</returns>
    public RunEnd MeasurePairs(string? path, CancellationToken interrupted)
    {
        using var pairs = Begin(CalibrationPlan.Pairs(_lanes), path, "calibrate", PairedRounds.Fewest);
        Folder = pairs.Folder;
        var end = Measure(pairs, interrupted);
        if (end != RunEnd.Done)
        {
            return end;
        }

        var run = Finish(pairs);
        Pairs = Calibration.Of(run);
        Keep(
            new(
                1,
                pairs.Manifest.Run,
                pairs.Manifest.Machine.Fingerprint,
                [
                    .. Pairs
                        .Items.Where(item => item.Resolution is not null)
                        .Select(item => StatedResolution.Of(item, item.Resolution!)),
                ],
                [.. Pairs.Items.Select(item => item.Verdict)],
                [],
                []
            )
        );
        return end;
    }

    /// <summary>
    /// After the A/A pairs: injects slowdowns of known size, and then one of just the size that their own A/A pair
    /// states. Each part is added to calibration.json as soon as it is over.
    /// </summary>
    /// <param name="interrupted">Ends it early.</param>
    /// <returns>How it ended; when early, what was found before is kept.</returns>
    public RunEnd Inject(CancellationToken interrupted)
    {
        using var known = BeginInjection(CalibrationPlan.Injections(_lanes), "injected");
        var end = known.MeasureQuietly(interrupted);
        if (end != RunEnd.Done)
        {
            return end;
        }

        var run = Finish(known);
        Keep(Result! with { Injected = InjectionCheck.Of(run.Scenarios.Single()) });
        var calibration = Calibration.Of(run, InjectionCheck.Latencies);
        var p99 = calibration.Items.Single(item => item.Metric == Metrics.P99).Resolution;
        if (p99 is null)
        {
            Talk.Note(
                "too few valid rounds to state what p99 resolves; no slowdown of that size is injected"
            );
            return end;
        }

        var size = p99.At(known.Manifest.Rounds, Resolution.AlmostSurely).Ratio;
        Talk.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"by its own A/A pair this case resolves {(size - 1) * 100:0.##} % in p99 at {known.Manifest.Rounds} rounds, with a chance of 95 %: now just that is injected"
            )
        );
        return InjectStated(calibration, size, interrupted);
    }

    private RunEnd InjectStated(Calibration calibration, double size, CancellationToken interrupted)
    {
        using var just = BeginInjection(CalibrationPlan.Injection(_lanes, size), "stated");
        var end = just.MeasureQuietly(interrupted);
        if (end != RunEnd.Done)
        {
            return end;
        }

        var stated = StatedFinding.Of(Finish(just).Scenarios.Single(), calibration);
        Keep(Result! with { Stated = stated });
        var left = InjectionCheck
            .Latencies.Select(metric => metric.Id)
            .Except(stated.Select(finding => finding.Metric))
            .ToList();
        if (left.Count > 0)
        {
            Talk.Note(
                $"too few common valid rounds to hold {string.Join(", ", left)} against the calibration: at least {PairedRounds.Fewest} are needed"
            );
        }

        return end;
    }

    private RunAnalysis Finish(LiveRun run)
    {
        run.Report();
        IsSound &= run.IsSound;
        return RunAnalysis.Of(run.Manifest, run.Samples);
    }

    private void Keep(CalibrationResult result)
    {
        Result = result;
        AtomicFile.Write(
            Folder!.In("calibration.json"),
            JsonSerializer.SerializeToUtf8Bytes(result, CliJson.Default.CalibrationResult)
        );
    }

    private LiveRun BeginInjection(Plan plan, string name) =>
        Begin(plan, Folder!.In(name), "inject", InjectedRounds);

    private LiveRun Begin(Plan plan, string? path, string name, int fewest)
    {
        var manifest = NewManifest.Of(plan, _lanes, name, rounds ?? fewest, seed: null) with
        {
            Command = command,
        };
        return LiveRun.Begin(models, NewManifest.WriteTo(path, manifest));
    }

    /// <summary>Some rounds, to see how long one takes, then as many as the time allows.</summary>
    private RunEnd Measure(LiveRun run, CancellationToken interrupted)
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
