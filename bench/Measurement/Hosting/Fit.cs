using System.Reflection;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Which workloads each model does: every one of them, or it says why not.</summary>
public static class Fit
{
    /// <summary>What the models leave out, with their reasons, ordered by model and workload.</summary>
    /// <param name="models">The models' assemblies.</param>
    /// <param name="lanes">Lanes of all models.</param>
    public static IReadOnlyList<LeftOut> LeftOut(IEnumerable<Assembly> models, IReadOnlyList<Lane> lanes) =>
        [
            .. from model in models
            let id = model.GetCustomAttribute<ModelAttribute>()!.Id
            from item in model
                .GetCustomAttributes<NotANaturalFitAttribute>()
                .Select(item => (item.Workload, item.Reason))
                .Concat(NotWritten(model, lanes))
            orderby id, item.Workload
            select new LeftOut(id, item.Workload, item.Reason),
        ];

    /// <summary>Workloads that a model neither does nor leaves out with a reason, and reasons that have no place.</summary>
    /// <param name="model">The model's assembly.</param>
    /// <param name="lanes">Lanes of all models.</param>
    /// <returns>A line for each, with the file that is missing or wrong; none when all is well.</returns>
    public static IEnumerable<string> Problems(Assembly model, IReadOnlyList<Lane> lanes)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(lanes);
        var folder = ModelFolder.Of(model);
        var done = lanes
            .Where(lane => lane.Type.Assembly == model)
            .Select(lane => lane.Workload.Id)
            .ToHashSet();
        var leftOut = model.GetCustomAttributes<NotANaturalFitAttribute>().ToList();
        var isPartial = model.GetCustomAttribute<NotWrittenAttribute>() is not null;
        foreach (var lane in lanes.DistinctBy(lane => lane.Workload.Id))
        {
            var workload = lane.Workload.Id;
            var reasons = leftOut.Count(item => item.Workload == workload);
            if (!done.Contains(workload) && reasons == 0 && !isPartial)
            {
                yield return $"{folder}/{lane.WorkloadName}.cs: missing, and no [assembly: NotANaturalFit(\"{workload}\", …)] says why";
            }
            else if (done.Contains(workload) && reasons > 0)
            {
                yield return $"{folder}: has a lane of {workload} and says that it is not a natural fit; take one of them away";
            }
            else if (reasons > 1)
            {
                yield return $"{folder}: gives {reasons} reasons why {workload} is not a natural fit; leave one";
            }
        }

        var known = lanes.Select(lane => lane.Workload.Id).ToHashSet();
        foreach (var item in leftOut.Where(item => !known.Contains(item.Workload)))
        {
            yield return $"{folder}: leaves out '{item.Workload}', which is no workload";
        }

        foreach (var item in leftOut.Where(item => string.IsNullOrWhiteSpace(item.Reason)))
        {
            yield return $"{folder}: gives no reason why {item.Workload} is not a natural fit";
        }

        if (string.IsNullOrWhiteSpace(model.GetCustomAttribute<NotWrittenAttribute>()?.Reason ?? "none"))
        {
            yield return $"{folder}: gives no reason why some workloads are not written for it";
        }
    }

    private static IEnumerable<(string Workload, string Reason)> NotWritten(
        Assembly model,
        IReadOnlyList<Lane> lanes
    )
    {
        if (model.GetCustomAttribute<NotWrittenAttribute>() is not { Reason: var reason })
        {
            return [];
        }

        var said = model.GetCustomAttributes<NotANaturalFitAttribute>().Select(item => item.Workload);
        var done = lanes.Where(lane => lane.Type.Assembly == model).Select(lane => lane.Workload.Id);
        return lanes
            .Select(lane => lane.Workload.Id)
            .Distinct()
            .Except([.. said, .. done])
            .Select(workload => (workload, reason));
    }
}
