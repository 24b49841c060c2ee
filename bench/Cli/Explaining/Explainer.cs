using Bench.Analysis;
using Bench.Analysis.Words;
using Bench.Measurement.Hosting;
using Bench.Results;
using Bench.Results.Json;

namespace Bench.Cli.Explaining;

/// <summary>Explains cases, workloads, models and words from what the code and the suite say of them.</summary>
internal sealed class Explainer(Models models)
{
    private const int MostHints = 6;
    private readonly XmlDocs _docs = new();

    /// <param name="word">The id of a case, a workload, a model, a metric, or a word of verdicts and claims.</param>
    /// <exception cref="UserException">There is nothing of that name.</exception>
    public Explanation Of(string word) =>
        models.Lanes.FirstOrDefault(lane => lane.Workload.Id == word) is { } lane ? Workload(lane)
        : models.Lanes.FirstOrDefault(item => item.Model.Id == word) is { } ofModel ? Model(ofModel.Model)
        : Glossary.Find(word) is { } entry ? Word(entry)
        : OwnMetric(word) ?? Case(word) ?? throw Unknown(word);

    private Explanation Workload(Lane any) =>
        new(
            $"{any.Workload.Id}: {any.Workload.Title}",
            [any.Workload.Summary, $"One operation: {any.Workload.Operation}", Matters(any.Workload)],
            [
                new("Lanes", [.. LanesOf(any.Workload).Select(lane => (NameOf(lane), Summary(lane)))]),
                new(
                    "Left out",
                    [
                        .. models
                            .LeftOut.Where(item => item.Workload == any.Workload.Id)
                            .Select(item => (item.Model, item.Reason)),
                    ]
                ),
                new("Parameters", [.. Parameters(any).Select(item => (item.Name, item.Meaning))]),
                new(
                    "Figures of its own",
                    [.. any.Workload.OwnMetrics.Select(id => (id, Metrics.Find(id).Title))]
                ),
            ]
        );

    private Explanation Model(ModelFacts model) =>
        new(
            $"{model.Id}: {model.Title}",
            [model.Summary, $"What was chosen and why: {FolderOf(model)}/README.md"],
            [
                new(
                    "Lanes",
                    [
                        .. models
                            .Lanes.Where(lane => lane.Model.Id == model.Id)
                            .Select(lane =>
                                (VariantName.Of(lane.Workload.Id, lane.Variant, ":"), Summary(lane))
                            ),
                    ]
                ),
                new(
                    "Left out",
                    [
                        .. models
                            .LeftOut.Where(item => item.Model == model.Id)
                            .Select(item => (item.Workload, item.Reason)),
                    ]
                ),
            ]
        );

    private static Explanation Word(GlossaryEntry entry) =>
        new($"{entry.Word} ({entry.Kind})", [entry.Meaning, $"How to read it: {entry.Reading}"], []);

    private Explanation? OwnMetric(string word) =>
        models.Lanes.FirstOrDefault(lane => lane.Workload.OwnMetrics.Contains(word)) is { } lane
            ? new(
                $"{word} (a figure of {lane.Workload.Id} alone)",
                [
                    $"{Metrics.Find(word).Title}; {(Metrics.Find(word).HigherIsBetter ? "more" : "less")} is better.",
                    lane.Workload.Summary,
                ],
                []
            )
            : null;

    private Explanation? Case(string id)
    {
        var found = models
            .Lanes.SelectMany(lane =>
                lane.Cases(PresetName.Any).Select(item => (Lane: lane, item.Case, item.OutOfReach))
            )
            .FirstOrDefault(item => item.Case.Case == id);
        return found.Case is null ? null : Case(found.Lane, found.Case, found.OutOfReach);
    }

    private Explanation Case(Lane lane, PlannedCase planned, string? outOfReach) =>
        new(
            planned.Case,
            [
                lane.Workload.Summary,
                $"{lane.Model.Title}: {Summary(lane)}",
                $"One operation: {lane.Workload.Operation}",
                Matters(lane.Workload),
                Glossary.Find(planned.Terms)!.Meaning,
                .. outOfReach is null ? Array.Empty<string>() : [$"Out of reach here: {outOfReach}"],
            ],
            [
                new(
                    "Parameters",
                    [
                        .. Parameters(lane)
                            .Where(item => planned.Parameters[item.Name] is not null)
                            .Select(item => ($"{item.Name} = {planned.Parameters[item.Name]}", item.Meaning)),
                    ]
                ),
                new(
                    "Of its own, as told",
                    [.. planned.Configuration.Select(item => ($"{item.Key} = {item.Value}", ""))]
                ),
                new(
                    "The same in other models",
                    [
                        .. LanesOf(lane.Workload)
                            .Where(other => NameOf(other) != NameOf(lane))
                            .Select(other => (NameOf(other), $"{Summary(other)} {other.Source}")),
                    ]
                ),
                new(
                    "Code and presets",
                    [
                        ("lane", lane.Source),
                        ("workload", $"bench/Workloads/{lane.WorkloadName}/{lane.WorkloadName}.cs"),
                        ("choices", $"{FolderOf(lane.Model)}/README.md"),
                        ("presets", string.Join(", ", PresetName.Of(lane.PresetsOf(planned)))),
                        (
                            "measure it",
                            $"./run.sh run --preset {string.Join("", PresetName.Of(lane.PresetsOf(planned)).Take(1))} --models {lane.Model.Id} --cases '{planned.Case}'"
                        ),
                    ]
                ),
            ]
        );

    private static string Matters(WorkloadFacts workload) =>
        $"The metric that matters: {workload.MetricThatMatters}. {Glossary.Find(workload.MetricThatMatters)?.Meaning ?? $"{Metrics.Find(workload.MetricThatMatters).Title}, a figure of this workload alone."}";

    private IEnumerable<(string Name, string Meaning)> Parameters(Lane lane) =>
        lane.Parameters.Select(item => (item.Name, _docs.Of(item.Property) ?? ""));

    private IEnumerable<Lane> LanesOf(WorkloadFacts workload) =>
        models.Lanes.Where(lane => lane.Workload.Id == workload.Id);

    private string Summary(Lane lane) => _docs.Of(lane.Type) ?? lane.Model.Summary;

    private static string NameOf(Lane lane) => VariantName.Of(lane.Model.Id, lane.Variant, ":");

    private string FolderOf(ModelFacts model) => models.Lanes.First(lane => lane.Model.Id == model.Id).Folder;

    private UserException Unknown(string word)
    {
        List<string> known =
        [
            .. models
                .Lanes.SelectMany(lane => new[] { lane.Workload.Id, lane.Model.Id })
                .Concat(Glossary.All.Select(entry => entry.Word))
                .Concat(models.Lanes.SelectMany(lane => lane.Workload.OwnMetrics))
                .Distinct(),
        ];
        List<string> near =
        [
            .. known.Where(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)).Take(MostHints),
        ];
        if (near.Count == 0 && NearestWord.To(word, known) is { } nearest)
        {
            near.Add(nearest);
        }

        var hint = near.Count == 0 ? "" : $"; did you mean {string.Join(", ", near)}";
        return new UserException(
            $"nothing is called '{word}'{hint}; give a case (./run.sh list), a workload, a model, a metric or a word of a verdict"
        );
    }
}
