namespace Bench.Analysis.Trends;

/// <summary>Short names for cases that are read together: their permanent ids without the parameters that all cases of their workload share.</summary>
public sealed class CaseNames
{
    private readonly Dictionary<string, HashSet<string>> _shared;

    /// <param name="ids">Permanent ids, <c>workload/model/terms/name=value,…</c>.</param>
    public CaseNames(IEnumerable<string> ids) =>
        _shared = ids.Distinct()
            .GroupBy(Workload)
            .ToDictionary(
                workload => workload.Key,
                workload => workload.Count() == 1 ? [] : Shared(workload.Select(Parameters))
            );

    /// <summary>The name of a case among them: of the last part of its id what varies, else nothing.</summary>
    public string Of(string id)
    {
        var varying = Parameters(id).Where(parameter => !_shared[Workload(id)].Contains(parameter)).ToList();
        var place = id[..(id.LastIndexOf('/') + 1)];
        return varying.Count == 0 ? place.TrimEnd('/') : place + string.Join(',', varying);
    }

    private static string Workload(string id) => id.Split('/')[0];

    private static string[] Parameters(string id) => id[(id.LastIndexOf('/') + 1)..].Split(',');

    private static HashSet<string> Shared(IEnumerable<string[]> cases) =>
        cases.Select(parameters => parameters.ToHashSet()).Aggregate((all, one) => [.. all.Intersect(one)]);
}
