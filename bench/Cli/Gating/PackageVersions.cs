using System.Xml.Linq;

namespace Bench.Cli.Gating;

/// <summary>Packages that a build is made with in another version than its commit says.</summary>
internal static class PackageVersions
{
    /// <summary>Reads the values of <c>--set</c>.</summary>
    /// <exception cref="UserException">One is not <c>Name=version</c>, or a package is named twice.</exception>
    public static SortedDictionary<string, string> Parse(IEnumerable<string> values)
    {
        var packages = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            if (value.Split('=') is not [{ Length: > 0 } name, { Length: > 0 } version])
            {
                throw new UserException(
                    $"--set {value}: give a package and its version, such as Akka=1.5.73"
                );
            }

            if (!packages.TryAdd(name.Trim(), version.Trim()))
            {
                throw new UserException(
                    $"--set {value}: {name.Trim()} is set twice; a build has one version of a package"
                );
            }
        }

        return packages;
    }

    /// <summary>
    /// Writes the versions into a checkout's Directory.Packages.props, and removes its lock files, which hold others.
    /// </summary>
    /// <param name="suite">Root of the suite in a worktree of its own.</param>
    /// <param name="packages">Version by package; none changes nothing.</param>
    /// <exception cref="UserException">The commit uses no such package.</exception>
    public static void Apply(string suite, IReadOnlyDictionary<string, string> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        var path = Props(suite);
        var document = XDocument.Load(path);
        foreach (var (name, version) in packages)
        {
            Find(document, name).SetAttributeValue("Version", version);
        }

        document.Save(path);
        foreach (
            var file in Directory.EnumerateFiles(
                Path.Combine(suite, "bench"),
                "packages.lock.json",
                SearchOption.AllDirectories
            )
        )
        {
            File.Delete(file);
        }
    }

    /// <summary>The same names as the suite writes them.</summary>
    /// <exception cref="UserException">The suite uses no such package.</exception>
    public static SortedDictionary<string, string> Known(
        string suite,
        IReadOnlyDictionary<string, string> packages
    )
    {
        var document = packages.Count == 0 ? null : XDocument.Load(Props(suite));
        return new(
            packages.ToDictionary(item => Name(Find(document!, item.Key)), item => item.Value),
            StringComparer.Ordinal
        );
    }

    private static XElement Find(XDocument document, string name) =>
        Versions(document)
            .FirstOrDefault(element => Name(element).Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UserException(
            $"--set {name}: the suite uses no such package; there are: {string.Join(", ", Versions(document).Select(Name).Order(StringComparer.Ordinal))}"
        );

    private static IEnumerable<XElement> Versions(XDocument document) =>
        document.Descendants("PackageVersion").Where(element => element.Attribute("Include") is not null);

    private static string Name(XElement element) => element.Attribute("Include")!.Value;

    private static string Props(string suite)
    {
        var path = Path.Combine(suite, "bench", "Directory.Packages.props");
        return File.Exists(path)
            ? path
            : throw new UserException($"--set: {path} is missing, where versions of packages are written");
    }
}
