using System.Text.Json;
using Bench.Analysis.Pitfalls;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>verify</c>: every lane once, correctness only; or every pitfall, which must be caught.</summary>
[Verb(
    "verify",
    HelpText = "Runs every lane once, small and in this process, and checks that it is correct. --pitfalls runs lanes that are wrong on purpose, and each must be caught."
)]
[Example("verify", "every lane is correct: minutes, before any figure is believed")]
[Example("verify --pitfalls", "lanes that are wrong on purpose are caught")]
internal sealed class VerifyVerb : IVerb
{
    [Option("workloads", Separator = ',', HelpText = "Only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Option("pitfalls", HelpText = "Is every pitfall caught, and its right lane not? A minute at most.")]
    public bool Pitfalls { get; set; }

    [Option("json", HelpText = "With --pitfalls: as JSON.")]
    public bool Json { get; set; }

    [Option(
        "out",
        HelpText = "With --pitfalls: a run's folder, or a new one, that keeps what was seen for claims and report."
    )]
    public string? Out { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        if (!Pitfalls && (Json || Out is not null))
        {
            throw new UserException("--json and --out belong to --pitfalls; add it");
        }

        if (Pitfalls && (Workloads.Any() || Models.Any()))
        {
            throw new UserException(
                "--pitfalls has workloads and models of its own; leave --workloads and --models out"
            );
        }

        return Pitfalls ? VerifyPitfalls() : VerifyLanes();
    }

    private int VerifyPitfalls()
    {
        var folder = Out is null ? null : EvidenceFolder.Open(Out, place => place.PitfallsPath);
        using var interrupt = new Interrupt();
        using var run = new PitfallRun(Cli.Models.Load());
        if (run.Take(interrupt.Token) is not { } trials)
        {
            return ExitCode.Interrupted;
        }

        if (folder is not null)
        {
            EvidenceFolder.Write(folder, () => folder.WritePitfalls(trials));
        }

        var findings = trials.Trials.Select(PitfallCheck.Of).ToList();
        Write(trials, findings);
        return Say(findings);
    }

    private void Write(PitfallTrials trials, List<PitfallFinding> findings)
    {
        if (!Json)
        {
            PitfallTable.Write(findings);
            return;
        }

        var list = new PitfallList(1, trials.Run, [.. findings.Select(ListedPitfall.Of)]);
        Console.Out.WriteLine(JsonSerializer.Serialize(list, CliJson.Default.PitfallList));
    }

    private static int Say(List<PitfallFinding> findings)
    {
        var missed = findings.FindAll(finding => finding.Outcome != PitfallOutcome.Caught);
        Talk.Line($"{findings.Count - missed.Count} of {findings.Count} pitfalls are caught");
        missed.ForEach(finding =>
            Talk.Line($"{finding.Pitfall.Id}: {PitfallWords.Of(finding.Outcome)}: {finding.Reason}")
        );
        return missed.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }

    private int VerifyLanes()
    {
        var models = Cli.Models.Load();
        var lanes = models.Select(Workloads, Models);
        List<string> amiss = [.. models.Problems(BuildFacts.Repository)];
        amiss.ForEach(Talk.Line);
        foreach (
            var items in models
                .LeftOutOf(Workloads, Models)
                .GroupBy(item => (item.Model, item.Reason), item => item.Workload)
        )
        {
            Console.Out.WriteLine(
                $"left out   {string.Join(", ", items)}/{items.Key.Model}: {items.Key.Reason}"
            );
        }

        var (wrong, absent) = (0, 0);
        foreach (var lane in lanes)
        {
            var name = VariantName.Of(lane.Model.Id, lane.Variant, ":");
            if (lane.OutOfReach is { } reason)
            {
                absent++;
                Console.Out.WriteLine($"absent     {lane.Workload.Id}/{name}: {reason}");
                continue;
            }

            var check = Verification.Check(lane);
            wrong += check.Problems.Count == 0 ? 0 : 1;
            Console.Out.WriteLine(
                check.Problems.Count == 0
                    ? $"correct    {lane.Workload.Id}/{name} ({check.Operations:N0} operations)"
                    : $"INCORRECT  {lane.Workload.Id}/{name} ({lane.Source}): {string.Join("; ", check.Problems)}"
            );
        }

        Talk.Line(
            $"{lanes.Count - absent - wrong} of {lanes.Count} lanes are correct"
                + (absent == 0 ? "" : $"; {absent} cannot run here")
                + (amiss.Count == 0 ? "" : "; a model's folder is not complete, see above")
        );
        return wrong + amiss.Count == 0 ? ExitCode.Fine : ExitCode.Failed;
    }
}
