using System.Text.Json;
using Bench.Cli.Json;
using Bench.Cli.Measuring;
using Bench.Cli.Terminal;
using Bench.Measurement.Hosting;
using Bench.Results;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>list</c>: every case; runs nothing.</summary>
[Verb("list", HelpText = "Lists every case with its parameters, terms and presets; runs nothing.")]
[Example("list --workloads inventory", "what is measured, and in which preset")]
[Example("list --models all --json", "every case with every parameter")]
internal sealed class ListVerb : IVerb
{
    [Option("json", HelpText = "As JSON.")]
    public bool Json { get; set; }

    [Option("workloads", Separator = ',', HelpText = "Only these workloads: a,b.")]
    public IEnumerable<string> Workloads { get; set; } = [];

    [Option("models", Separator = ',', HelpText = "Only these models: a,b.")]
    public IEnumerable<string> Models { get; set; } = [];

    [Option(
        "backend",
        Separator = ',',
        HelpText = "The cases that run --backend has on these backends, in place of the usual ones."
    )]
    public IEnumerable<string> Backends { get; set; } = [];

    [Value(0, Hidden = true)]
    public IEnumerable<string> Surplus { get; set; } = [];

    public int Run()
    {
        var models = Cli.Models.Load();
        var cases = AskedBackends
            .Of(Backends)
            .LanesAmong(models.Select(Workloads, Models), Workloads.Any())
            .SelectMany(Cases)
            .ToList();
        var leftOut = models.LeftOutOf(Workloads, Models);
        if (Json)
        {
            Console.Out.WriteLine(
                JsonSerializer.Serialize(new CaseList(1, cases, leftOut), CliJson.Default.CaseList)
            );
            return ExitCode.Fine;
        }

        DataTable.Write(
            [
                "workload",
                "model",
                "terms",
                "presets",
                "parameters that differ, what it uses of its own, why not",
            ],
            [.. cases.Select(item => Row(item, cases)), .. leftOut.Select(Row)]
        );
        Talk.Line($"{cases.Count} cases; --json has every parameter");
        return ExitCode.Fine;
    }

    private static string[] Row(ListedCase item, List<ListedCase> all)
    {
        var varying = item.Parameters.VaryingAmong(
            all.Where(other => other.Workload == item.Workload).Select(other => other.Parameters)
        );
        string?[] words =
        [
            varying.ToString().Replace(",", " ", StringComparison.Ordinal),
            item.Configuration.Count == 0 ? null : $"[own: {item.Configuration}]",
            item.OutOfReach is null ? null : $"out of reach: {item.OutOfReach}",
        ];
        return
        [
            item.Workload,
            VariantName.Of(item.Model, item.Variant, ":"),
            item.Terms,
            string.Join(' ', item.Presets),
            string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word))),
        ];
    }

    private static string[] Row(LeftOut item) =>
        [item.Workload, item.Model, "", "", $"not a natural fit: {item.Reason}"];

    private static IEnumerable<ListedCase> Cases(Lane lane) =>
        lane.Cases(PresetName.Any)
            .DistinctBy(item => item.Case.Case)
            .Select(item => new ListedCase(
                item.Case.Case,
                item.Case.Workload,
                item.Case.Model,
                item.Case.Variant,
                item.Case.Terms,
                item.Case.Parameters,
                item.Case.Configuration,
                PresetName.Of(lane.PresetsOf(item.Case)),
                item.OutOfReach
            ));
}
