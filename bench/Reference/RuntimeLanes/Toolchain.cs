using System.Reflection;

namespace Bench.RuntimeLanes;

/// <summary>The tools of one runtime on this machine, and the sources that they build.</summary>
public sealed class Toolchain
{
    private const string BuiltFolder = "{built}";
    private const string SourceFiles = "{sources}";
    private readonly ToolchainAttribute _declared;
    private readonly ToolSearch _search;

    /// <param name="declared">What the model declares.</param>
    /// <param name="sources">Folder of the sources.</param>
    public Toolchain(ToolchainAttribute declared, string sources)
    {
        ArgumentNullException.ThrowIfNull(declared);
        (_declared, Sources) = (declared, sources);
        Tools =
        [
            .. new[] { declared.Build[0], declared.Start[0] }
                .Where(tool => !tool.StartsWith(BuiltFolder, StringComparison.Ordinal))
                .Distinct(),
        ];
        _search = new(declared, Tools);
    }

    public string Name => _declared.Name;

    /// <summary>The oldest version that will do.</summary>
    public string Least => _declared.Least;

    /// <summary>How a reader comes by it, to go on with after a semicolon.</summary>
    public string Advice => _declared.Advice;

    /// <summary>Folder of the sources.</summary>
    public string Sources { get; }

    /// <summary>Why nothing can be built or started here; null when it can.</summary>
    public string? Missing =>
        Tools.Any(tool => Find(tool) is null)
            ? $"{Wanted} not found: reference lane skipped; {Advice}"
            : null;

    /// <summary>The programs that must be there.</summary>
    public IReadOnlyList<string> Tools { get; }

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

    /// <summary>Full path of one of the programs; null when there is none that will do.</summary>
    public string? Find(string tool) => _search.Find(tool);

    /// <summary>The command that builds, as it is declared: without any path of this machine.</summary>
    public IReadOnlyList<string> Recipe => _declared.Build;

    /// <summary>The command that builds into a folder.</summary>
    public IReadOnlyList<string> Build(string built) => Filled(_declared.Build, built);

    /// <summary>The command that starts what was built into a folder.</summary>
    public IReadOnlyList<string> Start(string built) => Filled(_declared.Start, built);

    // Only tools that say their version are asked for one.
    private string Wanted => _declared.VersionIn is null ? Name : $"{Name} {Least} or later";

    private List<string> Filled(IReadOnlyList<string> command, string built) =>
        [
            .. command
                .SelectMany((word, index) => index == 0 ? [Program(word)] : Words(word))
                .Select(word => word.Replace(BuiltFolder, built, StringComparison.Ordinal)),
        ];

    private IEnumerable<string> Words(string word) => word == SourceFiles ? Files() : [word];

    // A name is enough for what a shell would find, and reads better.
    private string Program(string tool) => _declared.VersionIn is null ? tool : Find(tool) ?? tool;

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Sources).Order(StringComparer.Ordinal);
}
