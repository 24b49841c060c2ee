using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Measurement.Runs;
using Bench.Reporter;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>run</c>: measures, keeps the samples and draws the report.</summary>
[Verb("run", HelpText = "Measures workloads on models, round by round, and draws the report.")]
internal sealed class RunVerb : IVerb
{
    [Option(
        "preset",
        HelpText = "smoke (seconds), quick (minutes, the default), standard (an hour) or full."
    )]
    public string? Preset { get; set; }

    [Option("workloads", Separator = ',', HelpText = "Only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Option("rounds", HelpText = "Rounds: each measures every case once, in an order of its own.")]
    public int? Rounds { get; set; }

    [Option("seed", HelpText = "Seed of orders, requests and arrivals.")]
    public ulong? Seed { get; set; }

    [Option("out", HelpText = "A new folder for the run; by default one under reports/.")]
    public string? Out { get; set; }

    [Option("resume", HelpText = "Continue the interrupted run in this folder.")]
    public string? Resume { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    private const int MostRounds = 1_000;

    private bool HasOtherOptions =>
        Preset is not null
        || Rounds is not null
        || Seed is not null
        || Out is not null
        || Workloads.Any()
        || Models.Any();

    public int Run()
    {
        if (Resume is not null && HasOtherOptions)
        {
            throw new UserException(
                "--resume continues a run as it was planned; leave the other options out"
            );
        }

        var models = Cli.Models.Load();
        var folder = Resume is null ? NewFolder(models) : new RunFolder(Resume);
        var manifest = folder.ReadManifest();
        using var claim = folder.Lock();
        var samples = Resume is null ? [] : ResumedRun.Samples(models, folder, manifest);
        var sources = folder.ReadSources();
        using var interrupt = new Interrupt();
        var progress = new Progress(manifest, Schedule.Left(manifest, samples).Count, folder);
        var session = new RunSession(folder, manifest, models.Lanes, models.Programs);
        session.SampleTaken += (_, taken) =>
        {
            samples.Add(taken.Sample);
            progress.Show(taken);
            if (EndsRound(manifest, taken))
            {
                Redraw(manifest, samples, sources, folder);
                progress.RoundEnded(taken.Launch.Round);
            }
        };

        progress.Announce();
        try
        {
            session.Run([.. samples], interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            progress.Stopped("interrupted", samples.Count);
            return ExitCode.Interrupted;
        }
        catch (IOException error)
        {
            progress.Stopped(error.Message, samples.Count);
            return ExitCode.Failed;
        }

        Ending.Write(ReportWriter.Write(manifest, samples, sources, folder), samples);
        return samples.Exists(sample => sample.Valid) && !samples.Exists(IsBroken)
            ? ExitCode.Fine
            : ExitCode.Failed;
    }

    // The last round's report is drawn at the end of the run.
    private static bool EndsRound(RunManifest manifest, SampleTakenEventArgs taken) =>
        taken.Launch.Position == manifest.Cases.Count && taken.Done < taken.Total;

    // A report that cannot be drawn must not cost the rounds that are still to come.
    private static void Redraw(
        RunManifest manifest,
        List<Sample> samples,
        List<SourceFile> sources,
        RunFolder folder
    )
    {
        try
        {
            ReportWriter.Write(manifest, samples, sources, folder);
        }
        catch (Exception error)
        {
            Talk.Line(
                $"notice: the report could not be drawn after this round ({error.Message}); the samples are kept"
            );
        }
    }

    private static bool IsBroken(Sample sample) => sample.Status != SampleStatus.Measured;

    private RunFolder NewFolder(Models models)
    {
        var preset = PresetName.Parse(Preset ?? "quick");
        var rounds = Rounds ?? PresetName.Rounds(preset);
        if (rounds is < 1 or > MostRounds)
        {
            throw new UserException($"--rounds {rounds}: give a number from 1 to {MostRounds}");
        }

        var lanes = models.Select(Workloads, Models);
        var plan = Plan.Of(lanes, preset);
        if (plan.Cases.Count == 0)
        {
            throw new UserException("nothing to measure: no case fits; see ./run.sh list");
        }

        var manifest = NewManifest.Of(plan, lanes, PresetName.Of(preset)[0], rounds, Seed);
        var folder = OutputFolder.Create(Out ?? Path.Combine(BuildFacts.Repository, "reports", manifest.Run));
        folder.WriteSources(NewManifest.Sources(manifest));
        folder.WriteManifest(manifest);
        return folder;
    }
}
