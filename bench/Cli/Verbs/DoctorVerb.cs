using System.Text.Json;
using Bench.Analysis;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Machine;
using Bench.Reporter.Fonts;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>doctor</c>: is this machine fit to measure, and what differences does it resolve?</summary>
[Verb(
    "doctor",
    HelpText = "Is this machine fit to measure? --calibrate states the smallest difference that it resolves."
)]
[Example("doctor", "is this machine fit to measure?")]
[Example("doctor --calibrate --minutes 5", "the smallest difference that it resolves")]
internal sealed class DoctorVerb : IVerb
{
    private const double DefaultMinutes = 2;
    private const double MostMinutes = 120;
    private const int MostRounds = 200;

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Option(
        "calibrate",
        HelpText = "Measure the same code twice, round by round, and say what differences this machine resolves."
    )]
    public bool Calibrate { get; set; }

    [Option("minutes", HelpText = "Time for the calibration; 2 by default.")]
    public double? Minutes { get; set; }

    [Option("rounds", HelpText = "Rounds of the calibration, instead of a time.")]
    public int? Rounds { get; set; }

    [Option(
        "inject",
        HelpText = "With --calibrate: also slow a lane down by known amounts, and see whether that is found."
    )]
    public bool Inject { get; set; }

    [Option("out", HelpText = "A new folder for the calibration; by default one under reports/.")]
    public string? Out { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        Check();
        var models = Cli.Models.Load();
        var facts = MachineProbe.Examine(
            models.Lanes.Select(lane => lane.Type.Assembly).Append(typeof(DoctorVerb).Assembly).Distinct(),
            OutputFolder.ToTry(Out),
            // A folder that the user chose wrongly is no fault of the machine: it is refused by itself.
            writes: Calibrate && Out is null
        );
        List<MachineCheck> checks = [.. facts.Checks, Font()];
        var fit = !checks.Exists(check => check.Verdict == MachineVerdict.Unfit);
        if (!Json)
        {
            Write(checks, fit);
        }

        if (!fit || !Calibrate)
        {
            WriteJson(new(1, fit, facts.Fingerprint, checks, null));
            return fit ? ExitCode.Fine : ExitCode.Failed;
        }

        return Measure(models, new(1, fit, facts.Fingerprint, checks, null));
    }

    private int Measure(Models models, DoctorFindings findings)
    {
        using var interrupt = new Interrupt();
        var calibrator = new Calibrator(
            models,
            Rounds,
            TimeSpan.FromMinutes(Minutes ?? DefaultMinutes),
            Command()
        );
        var end = calibrator.MeasurePairs(Out, interrupt.Token);
        if (end == RunEnd.Done && !Json)
        {
            CalibrationTables.WriteResolutions(calibrator.Pairs!);
        }

        if (end == RunEnd.Done && Inject)
        {
            end = calibrator.Inject(interrupt.Token);
        }

        if (calibrator.Result is { } result)
        {
            Write(calibrator, findings with { Calibration = result });
        }

        return end switch
        {
            RunEnd.Interrupted => ExitCode.Interrupted,
            RunEnd.Done when calibrator is { IsSound: true, Agrees: true } => calibrator.IsComplete(Inject)
                ? ExitCode.Fine
                : ExitCode.Inconclusive,
            _ => ExitCode.Failed,
        };
    }

    private void Write(Calibrator calibrator, DoctorFindings findings)
    {
        WriteJson(findings);
        if (Json)
        {
            return;
        }

        CalibrationTables.WriteFindings(calibrator.Pairs!, findings.Calibration!);
        if (!calibrator.IsSound)
        {
            Console.Out.WriteLine(
                "not sound: a lane hung, crashed or broke its invariant, or no sample is valid; the report has which"
            );
        }

        Console.Out.WriteLine($"samples, report and calibration.json: {calibrator.Folder!.Path}");
    }

    private void Check()
    {
        if (!Calibrate && (Minutes is not null || Rounds is not null || Inject || Out is not null))
        {
            throw new UserException("--minutes, --rounds, --inject and --out belong to --calibrate; add it");
        }

        if (Minutes is not null && Rounds is not null)
        {
            throw new UserException("--minutes and --rounds exclude each other; leave one out");
        }

        if (Minutes is not null and not (> 0 and <= MostMinutes))
        {
            throw new UserException(
                FormattableString.Invariant(
                    $"--minutes {Minutes}: give more than 0 and at most {MostMinutes}"
                )
            );
        }

        if (Rounds is < PairedRounds.Fewest or > MostRounds)
        {
            throw new UserException(
                $"--rounds {Rounds}: give a number from {PairedRounds.Fewest}, below which nothing is decided, to {MostRounds}"
            );
        }
    }

    private string Command() =>
        "./run.sh doctor --calibrate"
        + (Rounds is { } rounds ? FormattableString.Invariant($" --rounds {rounds}") : "")
        + (Minutes is { } minutes ? FormattableString.Invariant($" --minutes {minutes}") : "")
        + (Inject ? " --inject" : "");

    private static MachineCheck Font() =>
        EmbeddedFont.Name is { } name
            ? new("chart font", $"{name}, embedded: none need be installed", MachineVerdict.Ok)
            : new(
                "chart font",
                "the embedded one does not draw text",
                MachineVerdict.Warning,
                "charts will have no letters; report this as a fault of the suite"
            );

    private static void Write(List<MachineCheck> checks, bool fit)
    {
        DataTable.Write(
            ["check", "found", "verdict", "what to do"],
            checks.Select(check => new[] { check.Check, check.Found, check.Verdict, check.Advice ?? "" })
        );
        var warnings = checks.Count(check => check.Verdict == MachineVerdict.Warning);
        Console.Out.WriteLine(
            !fit ? "not fit to measure: figures made here would mean nothing"
            : warnings == 0 ? "fit to measure"
            : $"fit to measure, with {Quantities.Counted(warnings, "warning")}"
        );
    }

    private void WriteJson(DoctorFindings findings)
    {
        if (Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(findings, CliJson.Default.DoctorFindings));
        }
    }
}
