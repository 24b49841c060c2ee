using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bench.Cli.Explaining;

/// <summary>Summaries of types and properties, from the documentation files that the build puts beside each assembly.</summary>
internal sealed partial class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> _files = [];

    /// <summary>The summary of a type; null when it has none.</summary>
    public string? Of(Type type) => Find(type.Assembly, $"T:{type.FullName}");

    /// <summary>The summary of a property; null when it has none.</summary>
    public string? Of(PropertyInfo property) =>
        Find(property.DeclaringType!.Assembly, $"P:{property.DeclaringType.FullName}.{property.Name}");

    private string? Find(Assembly assembly, string member)
    {
        if (!_files.TryGetValue(assembly, out var summaries))
        {
            var path = Path.ChangeExtension(assembly.Location, ".xml");
            _files[assembly] = summaries = File.Exists(path) ? Read(path) : [];
        }

        return summaries.GetValueOrDefault(member);
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument
            .Load(path)
            .Descendants("member")
            .Where(member => member.Attribute("name") is not null && member.Element("summary") is not null)
            .DistinctBy(member => member.Attribute("name")!.Value)
            .ToDictionary(
                member => member.Attribute("name")!.Value,
                member => Text(member.Element("summary")!)
            );

    private static string Text(XElement summary) =>
        Spaces()
            .Replace(
                string.Concat(
                    summary
                        .DescendantNodes()
                        .Select(node =>
                            node switch
                            {
                                XText text => text.Value,
                                XElement { Name.LocalName: "see" or "paramref" } named => Named(named),
                                _ => "",
                            }
                        )
                ),
                " "
            )
            .Trim();

    // <see cref="P:Bench.Workloads.Inventory.Users"/> is Users.
    private static string Named(XElement element) =>
        (element.Attribute("cref") ?? element.Attribute("langword") ?? element.Attribute("name"))?.Value
            is { } name
            ? name.Split(':')[^1].Split('(')[0].Split('.')[^1].Split('`')[0]
            : "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
