using Bench.Analysis;
using Bench.Cli.Terminal;
using Bench.Measurement.Planning;
using Bench.Measurement.Runs;
using Bench.Reporter;
using Bench.Results;

namespace Bench.Cli.Measuring;

/// <summary>
/// A run that is being carried out: its folder, claimed for this process, its plan, which may grow, and its samples.
/// The report is drawn again after each round.
/// </summary>
internal sealed class LiveRun : IDisposable
{
    private readonly Models _models;
    private readonly ModelBuilds _builds;
    private readonly FileStream _claim;
    private readonly List<Sample> _samples;
    private readonly List<SourceFile> _sources;

    private LiveRun(
        Models models,
        ModelBuilds? builds,
        RunFolder folder,
        RunManifest manifest,
        FileStream claim,
        List<Sample> samples
    )
    {
        _models = models;
        _builds = builds ?? new(models.Programs);
        Folder = folder;
        Manifest = manifest;
        _claim = claim;
        _samples = samples;
        _sources = folder.ReadSources();
    }

    public RunFolder Folder { get; }

    public RunManifest Manifest { get; private set; }

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>The code of its lanes, as it was when the run began.</summary>
    public IReadOnlyList<SourceFile> Sources => _sources;

    /// <summary>Some are valid, and no lane broke, hung or lost anything.</summary>
    public bool IsSound =>
        _samples.Exists(sample => sample.Valid)
        && !_samples.Exists(sample => sample.Status != SampleStatus.Measured);

    /// <summary>Begins a run in a new folder whose manifest is written.</summary>
    /// <param name="models">The models.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="builds">The programs; null for this tree's.</param>
    public static LiveRun Begin(Models models, RunFolder folder, ModelBuilds? builds = null)
    {
        var manifest = folder.ReadManifest();
        return new LiveRun(models, builds, folder, manifest, folder.Lock(), []);
    }

    /// <summary>Goes on with the run in a folder.</summary>
    /// <param name="models">The models.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="builds">The programs; null for this tree's.</param>
    /// <exception cref="UserException">It cannot go on here.</exception>
    public static LiveRun Resume(Models models, RunFolder folder, ModelBuilds? builds = null)
    {
        var manifest = folder.ReadManifest();
        var claim = folder.Lock();
        try
        {
            return new LiveRun(
                models,
                builds,
                folder,
                manifest,
                claim,
                ResumedRun.Samples(models, folder, manifest)
            );
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Like <see cref="Measure"/>, and then measures again what was disturbed.</summary>
    /// <param name="interrupted">Ends the present child and the run.</param>
    /// <param name="announce">Say what is about to be done.</param>
    /// <param name="fits">Whether there is time for these rounds; null for always.</param>
    public RunEnd MeasureQuietly(
        CancellationToken interrupted,
        bool announce = true,
        Func<IReadOnlyList<ExtraRound>, bool>? fits = null
    )
    {
        RunEnd end;
        do
        {
            end = Measure(interrupted, announce);
            announce = false;
        } while (end == RunEnd.Done && RepeatNoisyRounds(fits));
        return end;
    }

    /// <summary>Takes every planned sample that is not there yet.</summary>
    /// <param name="interrupted">Ends the present child and the run.</param>
    /// <param name="announce">Say what is about to be done.</param>
    /// <returns>How it ended; when early, the user has been told what is kept and how to go on.</returns>
    public RunEnd Measure(CancellationToken interrupted, bool announce = true)
    {
        var progress = new Progress(Manifest, Left(), Folder);
        var session = new RunSession(Folder, Manifest, _models.Lanes, _builds);
        session.SampleTaken += (_, taken) =>
        {
            _samples.Add(taken.Sample);
            progress.Show(taken, _samples);
            if (EndsRound(taken))
            {
                // After the last one the report is drawn by whoever began the run.
                if (taken.Done < taken.Total)
                {
                    Redraw();
                }

                progress.RoundEnded(taken.Launch.Round);
            }
        };

        if (announce)
        {
            progress.Announce();
        }

        try
        {
            session.Run([.. _samples], interrupted);
            return RunEnd.Done;
        }
        catch (OperationCanceledException)
        {
            progress.Stopped("interrupted", _samples.Count);
            return RunEnd.Interrupted;
        }
        catch (IOException error)
        {
            progress.Stopped(error.Message, _samples.Count);
            return RunEnd.Failed;
        }
    }

    /// <summary>Adds a round to the plan, on disk first; <see cref="Measure"/> then carries it out.</summary>
    /// <param name="because">Why, for a reader.</param>
    /// <param name="cases">Keys of its cases; null for every case.</param>
    public void Extend(string because, IEnumerable<string>? cases = null)
    {
        Manifest = Manifest with
        {
            ExtraRounds =
            [
                .. Manifest.ExtraRounds,
                new ExtraRound(Manifest.LastRound + 1, because, cases?.ToList()),
            ],
        };
        Folder.WriteManifest(Manifest);
    }

    /// <summary>
    /// Adds rounds for those that were disturbed, on disk first: see <see cref="NoisyRounds"/>;
    /// <see cref="Measure"/> then carries them out.
    /// </summary>
    /// <param name="fits">Whether there is time for these rounds; null for always.</param>
    /// <returns>False when there is nothing to measure again.</returns>
    public bool RepeatNoisyRounds(Func<IReadOnlyList<ExtraRound>, bool>? fits = null)
    {
        var (before, plan) = (Manifest, NoisyRounds.Plan(Manifest, _samples));
        List<ExtraRound> repeats = [.. plan.ExtraRounds.Skip(before.ExtraRounds.Count)];
        var hasTime = repeats.Count == 0 || fits?.Invoke(repeats) != false;
        if (!hasTime)
        {
            plan = NoisyRounds.Plan(before, _samples, mayRepeat: false);
        }

        if (plan == before)
        {
            return false;
        }

        Manifest = plan;
        Folder.WriteManifest(plan);
        foreach (var round in plan.DisturbedRounds.Except(before.DisturbedRounds))
        {
            Talk.Note(DisturbanceText.Found(round, plan, hasTime));
        }

        return plan.LastRound > before.LastRound;
    }

    /// <summary>Adds a round of these cases, new ones and old, to the plan, on disk first.</summary>
    /// <param name="because">Why, for a reader.</param>
    /// <param name="cases">Its cases.</param>
    public void Extend(string because, IReadOnlyList<PlannedCase> cases)
    {
        Manifest = Manifest with
        {
            Cases = [.. Manifest.Cases.Concat(cases).DistinctBy(planned => planned.Key)],
        };
        Extend(because, cases.Select(planned => planned.Key));
    }

    /// <summary>Draws the report of everything measured.</summary>
    public ReportResult Report() =>
        ReportWriter.Write(
            Manifest,
            _samples,
            _sources,
            Folder,
            ClaimBook.ForReport(),
            Folder.ReadPitfalls(),
            Folder.ReadFloors(),
            Folder.ReadFaults()
        );

    /// <summary>Draws the report between rounds. One that cannot be drawn must not cost the rounds that are still to come.</summary>
    public void Redraw()
    {
        try
        {
            Report();
        }
        catch (Exception error)
        {
            Talk.Line(
                $"notice: the report could not be drawn after this round ({error.Message}); the samples are kept"
            );
        }
    }

    public void Dispose() => _claim.Dispose();

    private bool EndsRound(SampleTakenEventArgs taken) =>
        !Left().Any(launch => launch.Round == taken.Launch.Round);

    private IReadOnlyList<Launch> Left() => Schedule.Left(Manifest, _samples);
}
