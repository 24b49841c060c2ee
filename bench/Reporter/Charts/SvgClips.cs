using System.Xml.Linq;

namespace Bench.Reporter.Charts;

/// <summary>Skia clips every mark by a rectangle of its own; most are the same.</summary>
internal static class SvgClips
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Keeps one of equal clips, names it after the picture, and joins neighbours that share it.</summary>
    public static void Share(XElement root, string name)
    {
        var kept = new Dictionary<string, string>();
        var ids = new Dictionary<string, string>();
        foreach (var clip in root.Descendants(Svg + "clipPath").ToList())
        {
            var shape = string.Join(' ', clip.Elements().Select(Written));
            var id = clip.Attribute("id")!;
            var isNew = kept.TryAdd(shape, $"{name}-clip{kept.Count}");
            ids[$"url(#{id.Value})"] = $"url(#{kept[shape]})";
            id.Value = kept[shape];
            if (!isNew)
            {
                clip.Remove();
            }
        }

        foreach (var group in root.Descendants(Svg + "g").ToList())
        {
            if (group.Attribute("clip-path") is { } clip)
            {
                clip.Value = ids[clip.Value];
                Join(group);
            }
        }
    }

    // Skia's clips and groups have nothing but attributes to tell them apart.
    private static string Written(XElement element) =>
        string.Join(
            ' ',
            element
                .Attributes()
                .Select(attribute => $"{attribute.Name.LocalName}={attribute.Value}")
                .Prepend(element.Name.LocalName)
        );

    private static void Join(XElement group)
    {
        if (
            group.PreviousNode is XElement { Name.LocalName: "g" } before
            && Written(before) == Written(group)
        )
        {
            before.Add(group.Nodes());
            group.Remove();
        }
    }
}
