using System.Reflection;
using Bench.Measurement.Hosting;

namespace Bench.Cli;

/// <summary>The models that this program was built with.</summary>
internal sealed class Models
{
    private Models(IReadOnlyList<Assembly> assemblies)
    {
        Lanes = Measurement.Hosting.Lanes.Of(assemblies);
        Programs = assemblies.ToDictionary(
            assembly => assembly.GetCustomAttribute<ModelAttribute>()!.Id,
            assembly => assembly.Location
        );
    }

    /// <summary>Lanes of all models, ordered by id.</summary>
    public IReadOnlyList<Lane> Lanes { get; }

    /// <summary>Path of each model's program.</summary>
    public IReadOnlyDictionary<string, string> Programs { get; }

    public static Models Load() =>
        new([.. BuildFacts.Models.Order(StringComparer.Ordinal).Select(Assembly.Load)]);

    /// <summary>The lanes of the named workloads and models; all of those that are not named.</summary>
    /// <exception cref="UserException">A name is unknown.</exception>
    public IReadOnlyList<Lane> Select(IEnumerable<string> workloads, IEnumerable<string> models)
    {
        var chosenWorkloads = Known("workload", workloads, Lanes.Select(lane => lane.Workload.Id));
        var chosenModels = Known("model", models, Lanes.Select(lane => lane.Model.Id));
        return
        [
            .. Lanes.Where(lane =>
                chosenWorkloads.Contains(lane.Workload.Id) && chosenModels.Contains(lane.Model.Id)
            ),
        ];
    }

    private static HashSet<string> Known(string kind, IEnumerable<string> asked, IEnumerable<string> there)
    {
        var known = there.Distinct().ToList();
        var names = asked.Select(name => name.Trim()).ToList();
        var unknown = names.FirstOrDefault(name => !known.Contains(name));
        return unknown is null
            ? [.. names.Count == 0 ? known : names]
            : throw new UserException($"unknown {kind} '{unknown}'; there are: {string.Join(", ", known)}");
    }
}
