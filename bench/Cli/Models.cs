using System.Reflection;
using Bench.Measurement.Faults;
using Bench.Measurement.Hosting;
using Bench.Results;

namespace Bench.Cli;

/// <summary>The models that this program was built with.</summary>
internal sealed class Models
{
    /// <summary>The word for <c>--models</c> that means all of them.</summary>
    public const string All = "all";

    private readonly IReadOnlyList<Assembly> _assemblies;

    private Models(IReadOnlyList<Assembly> assemblies)
    {
        _assemblies = assemblies;
        Lanes = Measurement.Hosting.Lanes.Of(assemblies);
        LeftOut = Fit.LeftOut(assemblies, Lanes);
        Programs = assemblies.ToDictionary(IdOf, assembly => assembly.Location);
    }

    /// <summary>Lanes of all models, ordered by id.</summary>
    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>What the models leave out because it is not a natural fit.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>Path of each model's program.</summary>
    public IReadOnlyDictionary<string, string> Programs { get; }

    public static Models Load() =>
        new([.. BuildFacts.Models.Order(StringComparer.Ordinal).Select(Assembly.Load)]);

    /// <summary>The lanes of the named workloads and models; all of those that are not named.</summary>
    /// <exception cref="UserException">A name is unknown.</exception>
    public IReadOnlyList<Lane> Select(IEnumerable<string> workloads, IEnumerable<string> models)
    {
        var isChosen = Chosen(workloads, models);
        return [.. Lanes.Where(lane => isChosen(lane.Workload.Id, lane.Model.Id))];
    }

    /// <summary>What the named models leave out of the named workloads; of all that are not named.</summary>
    /// <exception cref="UserException">A name is unknown.</exception>
    public IReadOnlyList<LeftOut> LeftOutOf(IEnumerable<string> workloads, IEnumerable<string> models)
    {
        var isChosen = Chosen(workloads, models);
        return [.. LeftOut.Where(item => isChosen(item.Workload, item.Model))];
    }

    /// <summary>The named models; without a name those that are measured unasked.</summary>
    public IReadOnlyList<string> ToMeasure(IEnumerable<string> models) =>
        models.ToList() is { Count: > 0 } named
            ? named
            : [.. _assemblies.Where(assembly => !FactsOf(assembly).OnRequest).Select(IdOf)];

    /// <summary>The models whose programs do fault trials, by id, each with whether it promises to keep what it has acknowledged.</summary>
    public IReadOnlyDictionary<string, bool> FaultTargets =>
        _assemblies
            .Select(assembly =>
                (Id: IdOf(assembly), Mark: assembly.GetCustomAttribute<FaultTargetAttribute>())
            )
            .Where(item => item.Mark is not null)
            .ToDictionary(item => item.Id, item => item.Mark!.IsDurable);

    /// <summary>What is amiss in the models' folders: a line for each.</summary>
    /// <param name="repository">The checkout that the folders stand in.</param>
    public IEnumerable<string> Problems(string repository) =>
        _assemblies
            .Where(assembly => !File.Exists(Path.Combine(repository, ModelFolder.Of(assembly), "README.md")))
            .Select(assembly =>
                $"{ModelFolder.Of(assembly)}/README.md: missing; it says what the model's lanes chose and why"
            )
            .Concat(_assemblies.SelectMany(assembly => Fit.Problems(assembly, Lanes)));

    private static ModelAttribute FactsOf(Assembly assembly) =>
        assembly.GetCustomAttribute<ModelAttribute>()!;

    private static string IdOf(Assembly assembly) => FactsOf(assembly).Id;

    private Func<string, string, bool> Chosen(IEnumerable<string> workloads, IEnumerable<string> models)
    {
        var chosenWorkloads = Known("workload", workloads, Lanes.Select(lane => lane.Workload.Id));
        var chosenModels = Known("model", models, Programs.Keys);
        return (workload, model) => chosenWorkloads.Contains(workload) && chosenModels.Contains(model);
    }

    private static HashSet<string> Known(string kind, IEnumerable<string> asked, IEnumerable<string> there)
    {
        var known = there.Distinct().Order(StringComparer.Ordinal).ToList();
        var names = asked.Select(name => name.Trim()).ToList();
        var unknown = names.FirstOrDefault(name => !known.Contains(name) && name != All);
        return unknown is null
            ? [.. names.Count == 0 || names.Contains(All) ? known : names]
            : throw new UserException($"unknown {kind} '{unknown}'; there are: {string.Join(", ", known)}");
    }
}
