using System.Reflection;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Finds lanes by type: nothing is registered anywhere.</summary>
public static class Lanes
{
    /// <summary>All lanes of a model's assembly, ordered by workload and variant.</summary>
    /// <exception cref="InvalidOperationException">The assembly is no model, or two lanes have the same id.</exception>
    public static IReadOnlyList<Lane> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var attribute =
            assembly.GetCustomAttribute<ModelAttribute>()
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no [assembly: Model(…)]");
        var model = new ModelFacts(attribute.Id, attribute.Title, attribute.Summary)
        {
            Primitives =
            [
                .. assembly
                    .GetCustomAttributes<ConcurrencyPrimitiveAttribute>()
                    .Select(item => new ConcurrencyPrimitive(item.Name, item.Identifiers)),
            ],
        };
        return Ordered(
            assembly
                .GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(Workload)) && !type.IsAbstract)
                .Select(type => new Lane(model, type))
        );
    }

    /// <summary>All lanes of several models, ordered by workload, model and variant.</summary>
    public static IReadOnlyList<Lane> Of(IEnumerable<Assembly> models) => Ordered(models.SelectMany(Of));

    private static List<Lane> Ordered(IEnumerable<Lane> lanes)
    {
        var ordered = lanes
            .OrderBy(lane => lane.Workload.Id, StringComparer.Ordinal)
            .ThenBy(lane => lane.Model.Id, StringComparer.Ordinal)
            .ThenBy(lane => lane.Variant, StringComparer.Ordinal)
            .ToList();
        var twice = ordered
            .CountBy(lane => $"{lane.Workload.Id}/{lane.Model.Id}:{lane.Variant}")
            .FirstOrDefault(pair => pair.Value > 1);
        return twice.Key is null
            ? ordered
            : throw new InvalidOperationException($"{twice.Value} lanes share the id {twice.Key}");
    }
}
