using System.Diagnostics;
using System.Globalization;
using Bench.Analysis;
using Bench.Measurement.Planning;
using Bench.Measurement.Runs;
using Bench.Results;

namespace Bench.Cli.Terminal;

/// <summary>Says what a run is doing, only while nothing is being measured.</summary>
internal sealed class Progress(RunManifest manifest, IReadOnlyList<Launch> left, RunFolder folder)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly LiveView _view = new(manifest);
    private int _round;

    public void Announce()
    {
        var workloads = string.Join(", ", manifest.Cases.Select(planned => planned.Workload).Distinct());
        var models = string.Join(", ", manifest.Cases.Select(planned => planned.Model).Distinct());
        Talk.Progress($"measuring {workloads}");
        Talk.Progress($"on {models}");
        Talk.Progress(
            Text(
                $"{Quantities.Counted(manifest.Cases.Count, "case")} in {Quantities.Counted(manifest.LastRound, "round")}: {Quantities.Counted(manifest.PlannedSamples, "sample")}, {left.Count} to take, seed {manifest.Seed}; each in a process of its own"
            )
        );
        Talk.Progress(
            $"about {PlannedTime.Format(PlannedTime.Of(left.Select(launch => launch.Case)))}, reports not counted; Ctrl-C keeps what is measured"
        );
        Talk.Progress($"report after each round: {folder.In("index.html")}");
        foreach (var warning in manifest.Machine.Warnings)
        {
            Talk.Note(warning);
        }
    }

    /// <param name="taken">The sample that has just been taken.</param>
    /// <param name="samples">All of the run's samples, this one included.</param>
    public void Show(SampleTakenEventArgs taken, IReadOnlyList<Sample> samples)
    {
        if (Talk.Options.Quiet)
        {
            if (!taken.Sample.Valid)
            {
                Talk.Line(Line(taken));
            }

            return;
        }

        if (!_view.Fits)
        {
            ShowLine(taken);
            return;
        }

        _view.Clear();
        if (!taken.Sample.Valid)
        {
            Talk.Line(Line(taken));
        }

        _view.Draw(Fit(Line(taken)), samples, taken.Launch.Round, left.ElementAtOrDefault(taken.Done));
    }

    public void RoundEnded(int round)
    {
        _view.Clear();
        Talk.EndGroup();

        // A search has a round for every trial, and does not know how many are to come.
        if (manifest.Capacity is null)
        {
            Talk.Progress(
                $"{(Talk.IsInteractive ? "\r\u001b[K" : "")}round {round} of {manifest.LastRound} done"
            );
        }
    }

    private void ShowLine(SampleTakenEventArgs taken)
    {
        if (taken.Launch.Round != _round)
        {
            _round = taken.Launch.Round;
            Talk.BeginGroup($"round {_round} of {manifest.LastRound}");
        }

        var line = Line(taken);
        if (Talk.IsInteractive)
        {
            Console.Error.Write($"\r{Fit(line)}\u001b[K{(taken.Sample.Valid ? "" : "\n")}");
        }
        else
        {
            Talk.Line(line);
        }
    }

    /// <summary>Says why the run ended early, what is kept and how to go on.</summary>
    public void Stopped(string why, int samples)
    {
        var script = Path.Combine(BuildFacts.Repository, OperatingSystem.IsWindows() ? "run.ps1" : "run.sh");
        Talk.Line(
            Text(
                $"{(Talk.IsInteractive ? "\n" : "")}stopped ({why}): {samples} samples are kept in {folder.Path}"
            )
        );
        Talk.Line($"continue with: \"{script}\" run --resume \"{folder.Path}\"");
    }

    private static string Fit(string line)
    {
        var width = Math.Max(20, Talk.Console.Profile.Width - 1);
        return line.Length <= width ? line : line[..width];
    }

    private string Line(SampleTakenEventArgs taken)
    {
        var sample = taken.Sample;
        var traced = taken.Launch.Case.Traced ? PlannedCase.TraceSuffix : "";
        var build = taken.Launch.Case.Build is null ? "" : PlannedCase.BaseSuffix;
        var model = VariantName.Of(sample.Model, sample.Variant, ":") + traced + build;
        var what = $"{sample.Workload}/{model}/{sample.Terms} {Place(sample)}".TrimEnd();
        var figures = sample.Valid
            ? Text(
                $"{Figure(Metrics.Throughput, sample)}  p95 {Figure(Metrics.P95, sample)}  {Figure(Metrics.PeakResident, sample)}"
            )
            : $"{sample.Status}, not used: {sample.InvalidBecause.FirstOrDefault()}";
        return Text(
            $"{Round(taken.Launch)}  {taken.Done}/{taken.Total}  left {Left(taken)}  {what}  {figures}"
        );
    }

    private ParameterSet Place(Sample sample)
    {
        var target = manifest.Capacity?.Targets.Find(target => target.Workload == sample.Workload);
        return target is null
            ? sample.Parameters.VaryingAmong(
                manifest
                    .Cases.Where(planned => planned.Workload == sample.Workload)
                    .Select(planned => planned.Parameters)
            )
            : new(sample.Parameters.Where(item => item.Key == target.Parameter));
    }

    // A search does not know how many rounds are to come; what stage a trial is of says how far it is.
    private string Round(Launch launch) =>
        manifest.Capacity is null
            ? Text($"round {launch.Round}/{manifest.LastRound}")
            : $"round {launch.Round.ToString(CultureInfo.InvariantCulture)} ({launch.Case.Stage})";

    private string Left(SampleTakenEventArgs taken)
    {
        var left = Stopwatch.GetElapsedTime(_started) / taken.Done * (taken.Total - taken.Done);
        return Text($"{(int)left.TotalMinutes}:{left.Seconds:00}");
    }

    private static string Figure(Metric metric, Sample sample) =>
        metric.Select(sample) is { } value ? metric.Format(value) : "-";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
