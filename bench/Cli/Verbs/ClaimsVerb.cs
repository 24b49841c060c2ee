using System.Globalization;
using System.Text.Json;
using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Machine;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>claims</c>: the ledger of claims. It reports and allows nothing: a refuted claim is no failure.</summary>
[Verb("claims", HelpText = "The article's claims: which hold, are refuted or undecided by the samples.")]
[Example("claims reports/reference", "the ledger of the claims")]
[Example("claims --run --only inventory-case", "measure what one of them needs")]
internal sealed class ClaimsVerb : IVerb
{
    private const int MostRounds = 1_000;

    [Value(
        0,
        MetaName = "DIR",
        HelpText = "Run folders of one machine, searched in this order; by default the newest under reports/."
    )]
    public IEnumerable<string> Folders { get; set; } = [];

    [Option("only", Separator = ',', HelpText = "Only these claims: a,b.")]
    public IEnumerable<string> Only { get; set; } = [];

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Option("files", HelpText = "A folder of claim files; by default bench/Claims.")]
    public string? Files { get; set; }

    [Option("run", HelpText = "First measure what is missing, in a new run folder.")]
    public bool Measures { get; set; }

    [Option("preset", HelpText = "With --run: the size of its cases, standard by default.")]
    public string? Preset { get; set; }

    [Option("rounds", HelpText = "With --run: its rounds, 5 by default.")]
    public int? Rounds { get; set; }

    [Option("seed", HelpText = "With --run: its seed.")]
    public ulong? Seed { get; set; }

    [Option("out", HelpText = "With --run: its new folder; by default one under reports/.")]
    public string? Out { get; set; }

    public IEnumerable<string> Surplus => [];

    public int Run()
    {
        Check();
        var models = Cli.Models.Load();
        var claims = ClaimBook.Read(models, Files);
        var chosen = Chosen(claims);
        var evidence = ClaimEvidence.Read(Folders);
        var isSound = true;
        if (Measures)
        {
            evidence = OfThisMachine(evidence);
            Claim[] asked = [.. claims.Where(claim => chosen.Contains(claim.Id))];
            using var interrupt = new Interrupt();
            using var run = Missing(models, asked, evidence.Runs) is { } folder
                ? LiveRun.Begin(models, folder)
                : null;
            if (run?.MeasureQuietly(interrupt.Token) is { } end and not RunEnd.Done)
            {
                return end == RunEnd.Interrupted ? ExitCode.Interrupted : ExitCode.Failed;
            }

            if (ClaimBook.NeedPitfalls(asked) && evidence.Pitfalls.Count == 0)
            {
                if (TryPitfalls(models, run, evidence, interrupt.Token) is not { } trials)
                {
                    return ExitCode.Interrupted;
                }

                evidence = evidence with { Pitfalls = [trials] };
            }

            if (run is not null)
            {
                Talk.Line($"report: {run.Report().IndexPath}");
                evidence = evidence with
                {
                    Runs = [.. evidence.Runs, RunAnalysis.Of(run.Manifest, run.Samples, run.Sources)],
                };
                isSound = run.IsSound;
            }
        }

        Write(Ledger.Of(claims, evidence.Runs, evidence.Pitfalls).Only(chosen.Contains));
        return isSound ? ExitCode.Fine : ExitCode.Failed;
    }

    private void Check()
    {
        if (!Measures && (Preset, Rounds, Seed, Out) is not (null, null, null, null))
        {
            throw new UserException(
                "--preset, --rounds, --seed and --out are for --run; add it or leave them out"
            );
        }

        if (Rounds is < 1 or > MostRounds)
        {
            throw new UserException($"--rounds {Rounds}: give a number from 1 to {MostRounds}");
        }
    }

    private HashSet<string> Chosen(IReadOnlyList<Claim> claims)
    {
        var known = claims.Select(claim => claim.Id).ToHashSet();
        var asked = Only.Select(id => id.Trim()).ToHashSet();
        return asked.FirstOrDefault(id => !known.Contains(id)) is { } unknown
                ? throw new UserException($"unknown claim '{unknown}'; there are: {string.Join(", ", known)}")
            : asked.Count == 0 ? known
            : asked;
    }

    // With the run that is measured, else with what is judged by, else in a folder of its own. Null when interrupted.
    private PitfallTrials? TryPitfalls(
        Models models,
        LiveRun? run,
        ClaimEvidence evidence,
        CancellationToken interrupted
    )
    {
        using var pitfalls = new PitfallRun(models);
        if (pitfalls.Take(interrupted) is not { } trials)
        {
            return null;
        }

        if (run is not null)
        {
            run.Folder.WritePitfalls(trials);
            return trials;
        }

        var folder =
            Out is null && evidence.Folders.Count > 0
                ? evidence.Folders[0]
                : EvidenceFolder.Open(
                    Out ?? Path.Combine(BuildFacts.Repository, "reports", trials.Run),
                    place => place.PitfallsPath
                );
        EvidenceFolder.Write(folder, () => folder.WritePitfalls(trials));
        Talk.Line($"what was seen of pitfalls: {folder.PitfallsPath}");
        return trials;
    }

    private RunFolder? Missing(Models models, IEnumerable<Claim> claims, IReadOnlyList<RunAnalysis> runs)
    {
        var preset = PresetName.Parse(Preset ?? "standard");
        var gaps = ClaimGaps.In(claims, runs);
        var plan = ClaimPlan.Of(models.Lanes, preset, gaps);
        if (plan.Cases.Count == 0)
        {
            Talk.Line(
                gaps.Count == 0
                    ? "nothing to measure: every arm is there in enough rounds"
                    : $"nothing to measure: preset {PresetName.Of(preset)[0]} has none of the cases that are missing"
            );
            return null;
        }

        var left = gaps.Count(arm => !plan.Cases.Any(arm.Selects) && !plan.Unreachable.Any(arm.Selects));
        if (left > 0)
        {
            Talk.Note(
                $"{left} of {gaps.Count} arms that are missing have no case in preset {PresetName.Of(preset)[0]}; another measures them: see ./run.sh list"
            );
        }

        var lanes = models.Lanes.Where(lane => plan.Cases.Any(lane.Is)).ToList();
        var manifest = NewManifest.Of(
            plan,
            lanes,
            PresetName.Of(preset)[0],
            Rounds ?? PairedRounds.Fewest,
            Seed
        );
        return NewManifest.WriteTo(Out, manifest with { Command = Command(manifest) });
    }

    // Runs of this machine and of another would end up in one ledger.
    private ClaimEvidence OfThisMachine(ClaimEvidence evidence)
    {
        if (evidence.StrangerTo(MachineProbe.Look().Fingerprint) is not { } stranger)
        {
            return evidence;
        }

        if (Folders.Any())
        {
            throw new UserException(
                $"run {stranger} is of another machine; --run needs runs of this one, or none"
            );
        }

        Talk.Line($"notice: run {stranger} is of another machine and is left out");
        return ClaimEvidence.None;
    }

    private string Command(RunManifest manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"./run.sh claims --run{(Only.Any() ? $" --only {string.Join(',', Only)}" : "")} --preset {manifest.Preset} --rounds {manifest.Rounds} --seed {manifest.Seed}"
        );

    private void Write(Ledger ledger)
    {
        if (Json)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(
                    new ClaimList(1, ledger.Lines, ledger.Entries),
                    CliJson.Default.ClaimList
                )
            );
            return;
        }

        LedgerTable.Write(ledger);
    }
}
