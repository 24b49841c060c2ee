using System.Text.Json;
using Bench.Analysis.Faults;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Faults;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>faults</c>: what becomes of a cluster under load when a node is hit.</summary>
[Verb(
    "faults",
    HelpText = "Hits nodes of the clusters under load (killed, paused, restarted, slow) and says when they serve again and what was lost. Five minutes a model."
)]
[Example("faults", "every fault on every cluster")]
[Example("faults --only kill,pause --models cluster", "some faults on one model")]
internal sealed class FaultsVerb : IVerb
{
    [Option(
        "only",
        Separator = ',',
        HelpText = "Only these faults: kill (of any node, the seed too), pause, rolling, slow."
    )]
    public IEnumerable<string> Only { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Option("out", HelpText = "A run's folder, or a new one, that keeps the trials for report.")]
    public string? Out { get; set; }

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var models = Cli.Models.Load();
        var faults = Named();
        var targets = Targets(models);
        var folder = Out is null ? null : EvidenceFolder.Open(Out, place => place.FaultsPath);
        using var interrupt = new Interrupt();
        using var run = new FaultRun(models, targets, faults);
        if (run.Take(interrupt.Token) is not { } trials)
        {
            Talk.Line("interrupted: nothing is kept");
            return ExitCode.Interrupted;
        }

        if (folder is not null)
        {
            EvidenceFolder.Write(folder, () => folder.WriteFaults(trials));
        }

        var findings = trials.Trials.Select(FaultFinding.Of).ToList();
        if (Json)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(new FaultList(1, trials.Run, findings), CliJson.Default.FaultList)
            );
        }
        else
        {
            FaultTable.Write(findings);
        }

        return findings.Exists(finding => finding.Outcome is FaultOutcome.Incorrect or FaultOutcome.Failed)
            ? ExitCode.Failed
            : ExitCode.Fine;
    }

    private List<Fault> Named()
    {
        var named = Only.Select(name => name.Trim()).ToList();
        var unknown = named.Find(name => !Fault.All.Any(fault => IsOf(fault, name)));
        return unknown is null
            ? [.. Fault.All.Where(fault => named.Count == 0 || named.Exists(name => IsOf(fault, name)))]
            : throw new UserException(
                $"unknown fault '{unknown}'; there are: {string.Join(", ", Fault.All.Select(fault => fault.Id))}"
            );
    }

    private List<string> Targets(Cli.Models models)
    {
        var known = models.FaultTargets.Keys.Order(StringComparer.Ordinal).ToList();
        var named = Models.Select(name => name.Trim()).ToList();
        var unknown = named.Find(name => name != Cli.Models.All && !known.Contains(name));
        return unknown is not null
                ? throw new UserException(
                    $"model '{unknown}' is no cluster that can be hit; there are: {string.Join(", ", known)}"
                )
            : named.Count == 0 || named.Contains(Cli.Models.All) ? known
            : named;
    }

    private static bool IsOf(Fault fault, string name) =>
        fault.Id == name || fault.Id.StartsWith($"{name}-", StringComparison.Ordinal);
}
