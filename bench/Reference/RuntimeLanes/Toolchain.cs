using System.Reflection;

namespace Bench.RuntimeLanes;

/// <summary>The tools of one runtime on this machine, and the sources that they build.</summary>
/// <param name="declared">What the model declares.</param>
/// <param name="sources">Folder of the sources.</param>
public sealed class Toolchain(ToolchainAttribute declared, string sources)
{
    private const string BuiltFolder = "{built}";
    private const string SourceFiles = "{sources}";

    public string Name => declared.Name;

    /// <summary>The oldest version that will do.</summary>
    public string Least => declared.Least;

    /// <summary>Folder of the sources.</summary>
    public string Sources => sources;

    /// <summary>Why nothing can be built or started here; null when it can.</summary>
    public string? Missing =>
        Tools.Any(tool => PathSearch.Find(tool) is null)
            ? $"{Name} not found: reference lane skipped; scripts/install-runtimes.sh installs it"
            : null;

    /// <summary>The programs that must be there.</summary>
    public IEnumerable<string> Tools =>
        new[] { declared.Build[0], declared.Start[0] }
            .Where(tool => !tool.StartsWith(BuiltFolder, StringComparison.Ordinal))
            .Distinct();

    /// <summary>The toolchain of the model that a lane belongs to.</summary>
    /// <param name="lane">The lane's class, or one that BenchmarkDotNet derived from it.</param>
    /// <exception cref="InvalidOperationException">Its model declares none.</exception>
    public static Toolchain Of(Type lane)
    {
        for (var type = lane; type is not null; type = type.BaseType)
        {
            if (type.Assembly.GetCustomAttribute<ToolchainAttribute>() is { } declared)
            {
                var folder = Path.GetDirectoryName(type.Assembly.Location)!;
                return new(declared, Path.Combine(folder, "reference", type.Assembly.GetName().Name!));
            }
        }

        throw new InvalidOperationException($"the assembly of {lane} has no [assembly: Toolchain(…)]");
    }

    /// <summary>The command that builds, as it is declared: without any path of this machine.</summary>
    public IReadOnlyList<string> Recipe => declared.Build;

    /// <summary>The command that builds into a folder.</summary>
    public IReadOnlyList<string> Build(string built) => Filled(declared.Build, built);

    /// <summary>The command that starts what was built into a folder.</summary>
    public IReadOnlyList<string> Start(string built) => Filled(declared.Start, built);

    private List<string> Filled(IReadOnlyList<string> command, string built) =>
        [
            .. command
                .SelectMany(word => word == SourceFiles ? Files() : [word])
                .Select(word => word.Replace(BuiltFolder, built, StringComparison.Ordinal)),
        ];

    private IEnumerable<string> Files() => Directory.EnumerateFiles(sources).Order(StringComparer.Ordinal);
}
