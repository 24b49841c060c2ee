using Bench.Measurement.Hosting;

namespace Bench.Cli.Gating;

/// <summary>Which lanes a change of files can make slower or faster.</summary>
/// <param name="Lanes">The lanes; empty when nothing that is measured has changed.</param>
/// <param name="Everything">True when all lanes are touched alike.</param>
/// <param name="Why">What was looked at and what follows, a line each, for a reader.</param>
internal sealed record Touched(IReadOnlyList<Lane> Lanes, bool Everything, IReadOnlyList<string> Why)
{
    private const int MostFiles = 3;

    /// <summary>Nothing.</summary>
    public static Touched None { get; } = new([], false, []);

    /// <summary>Folders of bench/ that no model's process loads anything of; real backends are in no case of a gate.</summary>
    private static readonly string[] s_unmeasured =
    [
        "Analysis",
        "Backends",
        "Claims",
        "Cli",
        "Floors",
        "Measurement.Benchmarks",
        "Pitfalls",
        "Reporter",
        "Tests",
        "docs",
    ];

    /// <param name="lanes">All lanes.</param>
    /// <param name="paths">Changed files, from the suite's root, with forward slashes.</param>
    public static Touched By(IReadOnlyList<Lane> lanes, IReadOnlyList<string> paths)
    {
        var found = paths
            .Select(path => (Path: path, Lanes: Of(lanes, path)))
            .Where(item => item.Lanes.Count > 0)
            .ToList();
        if (found.Count == 0)
        {
            return new(
                [],
                false,
                [paths.Count == 0 ? "no file differs from base" : $"{Files(paths)}: nothing that is measured"]
            );
        }

        var touched = found.SelectMany(item => item.Lanes).ToHashSet();
        return new(
            [.. lanes.Where(touched.Contains)],
            touched.Count == lanes.Count,
            [
                .. found
                    .GroupBy(item => Words(item.Lanes, lanes))
                    .Select(group => $"{Files([.. group.Select(item => item.Path)])}: {group.Key}"),
            ]
        );
    }

    /// <summary>Every lane.</summary>
    public static Touched All(IReadOnlyList<Lane> lanes, string why) =>
        new(lanes, true, [$"{why}: every lane"]);

    /// <summary>The lanes of models that a package is part of, by their lock files.</summary>
    /// <param name="lanes">All lanes.</param>
    /// <param name="suite">Root of the suite.</param>
    /// <param name="packages">Version by package.</param>
    public static Touched ByPackages(
        IReadOnlyList<Lane> lanes,
        string suite,
        IReadOnlyDictionary<string, string> packages
    )
    {
        List<Lane> touched =
        [
            .. lanes
                .GroupBy(lane => lane.Folder)
                .Where(model => Uses(Path.Combine(suite, model.Key, "packages.lock.json"), packages.Keys))
                .SelectMany(model => model),
        ];
        return new(
            touched,
            touched.Count == lanes.Count,
            packages.Count == 0
                ? []
                :
                [
                    $"{string.Join(", ", packages.Select(item => $"{item.Key} {item.Value}"))}: {Words(touched, lanes)}",
                ]
        );
    }

    /// <summary>What is touched by this or the other.</summary>
    public Touched With(Touched other, IReadOnlyList<Lane> all)
    {
        var lanes = Lanes.Union(other.Lanes).ToHashSet();
        return new([.. all.Where(lanes.Contains)], lanes.Count == all.Count, [.. Why, .. other.Why]);
    }

    // Without a lock file nothing is known, and a model may use what it likes.
    private static bool Uses(string lockFile, IEnumerable<string> packages) =>
        packages.ToList() is { Count: > 0 } names
        && (
            !File.Exists(lockFile)
            || File.ReadAllText(lockFile) is var text
                && names.Exists(name => text.Contains($"\"{name}\":", StringComparison.OrdinalIgnoreCase))
        );

    private static IReadOnlyList<Lane> Of(IReadOnlyList<Lane> lanes, string path)
    {
        var parts = path.Split('/');
        return parts switch
        {
            _ when path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) => [],
            ["bench", var folder, ..] when s_unmeasured.Contains(folder) => [],
            ["bench", "Workloads", var name, _, ..] => OfWorkload(lanes, name),
            ["bench", ..] when OfModel(lanes, path) is { Count: > 0 } own => OfFile(own, path),
            ["bench", ..] or ["global.json" or "nuget.config" or "NuGet.Config"] => lanes,
            _ => [],
        };
    }

    // A lane's file is that of the workload's other lanes in the model, too: variants may build on each other.
    private static IReadOnlyList<Lane> OfFile(IReadOnlyList<Lane> model, string path) =>
        model.FirstOrDefault(lane => lane.Source == path) is { } one
            ? [.. model.Where(lane => lane.Workload.Id == one.Workload.Id)]
            : model;

    // A model may run the code of another one's folder.
    private static List<Lane> OfModel(IReadOnlyList<Lane> lanes, string path) =>
        [.. lanes.Where(lane => IsIn(lane.Folder, path) || IsIn(FolderOf(lane.Source), path))];

    private static bool IsIn(string folder, string path) =>
        path.StartsWith($"{folder}/", StringComparison.Ordinal);

    private static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    private static IReadOnlyList<Lane> OfWorkload(IReadOnlyList<Lane> lanes, string name) =>
        lanes.Where(lane => lane.WorkloadName == name).ToList() is { Count: > 0 } own ? own : lanes;

    private static string Words(IReadOnlyList<Lane> touched, IReadOnlyList<Lane> all)
    {
        if (touched.Count == 0 || touched.Count == all.Count)
        {
            return touched.Count == 0 ? "no lane" : "every lane";
        }

        var models = string.Join(", ", touched.Select(lane => lane.Model.Id).Distinct());
        var workloads = touched.Select(lane => lane.Workload.Id).Distinct().ToList();
        return touched.Count == all.Count(lane => touched.Any(one => one.Model.Id == lane.Model.Id))
            ? $"every lane of {models}"
            : $"{string.Join(", ", workloads)} of {models}";
    }

    private static string Files(IReadOnlyList<string> paths) =>
        string.Join(", ", paths.Take(MostFiles))
        + (paths.Count > MostFiles ? $" and {paths.Count - MostFiles} more" : "");
}
